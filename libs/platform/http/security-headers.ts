/**
 * For every answer. The pages are served from here, with no script or style in the page itself; `upgrade-insecure-requests`
 * is left out because an office may run this on its own network without TLS.
 */
export const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Answers hold what a person said; the files of the web page may be kept. */
export const isKept = (url: string): boolean => !/^\/(?:api|healthz|readyz|metrics)(?:[/?]|$)/.test(url);
