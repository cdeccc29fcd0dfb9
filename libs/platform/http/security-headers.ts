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
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  // What no page of ours asks a browser for, a script that has slipped in does not get either.
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  ...FILE_HEADERS,
} as const;

/** Behind TLS a browser comes back over nothing else for two years (シ13②). */
const OVER_TLS = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } as const;

export const transportHeaders = (tls: boolean): Readonly<Record<string, string>> => (tls ? OVER_TLS : {});

/** What speaks of a page is said with the page: on a slow line its scripts and styles do not say it once more each. */
export const headersFor = (url: string): Readonly<Record<string, string>> =>
  url.startsWith('/assets/') ? FILE_HEADERS : SECURITY_HEADERS;

/** Answers hold what a person said; the files of the web page may be kept. */
export const isKept = (url: string): boolean => !/^\/(?:api|reply|healthz|readyz|metrics)(?:[/?]|$)/.test(url);
