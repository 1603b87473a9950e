/**
 * What pages may do, said once: in a <meta> of every page, and in the headers of hosts that send some.
 * Scripts and styles come from the site's own files only, nothing inline runs, nothing is fetched from
 * elsewhere. `wasm-unsafe-eval` lets the search engine compile its WebAssembly and nothing else.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;

/** The Content-Security-Policy of the <meta> of every page. */
export const contentSecurityPolicy = directives.join('; ');

/** The referrer policy of every page: other hosts never learn which page, and so which search, led to them. */
export const referrerPolicy = 'same-origin';

/** Response headers for all pages, as name and value. */
export const siteHeaders: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', `${contentSecurityPolicy}; frame-ancestors 'none'`],
  ['Referrer-Policy', referrerPolicy],
  ['X-Content-Type-Options', 'nosniff'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];
