/** For whatever is sent: it is for pages of this origin alone. */
const FILE_HEADERS = {
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * For every answer but the parts of a page. The pages are served from here, with no script or style in the page itself;
 * `upgrade-insecure-requests` is left out because an office may run this on its own network without TLS.
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
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  ...FILE_HEADERS,
} as const;

/** What speaks of a page is said with the page: on a slow line its scripts and styles do not say it once more each. */
export const headersFor = (url: string): Readonly<Record<string, string>> =>
  url.startsWith('/assets/') ? FILE_HEADERS : SECURITY_HEADERS;

/** Answers hold what a person said; the files of the web page may be kept. */
export const isKept = (url: string): boolean => !/^\/(?:api|reply|healthz|readyz|metrics)(?:[/?]|$)/.test(url);
