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

/**
 * The Content-Security-Policy of documents that other sites show in a frame: style sheets and the icon
 * of the site, and nothing else.
 */
export const embedSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** The referrer policy of every page: other hosts never learn which page, and so which search, led to them. */
export const referrerPolicy = 'same-origin';

/**
 * Response headers for everything, as name and value. Who may show a page in a frame is not said here,
 * because hosts lay the headers of several rules upon each other and none can be taken back.
 */
export const siteHeaders: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', contentSecurityPolicy],
  ['Referrer-Policy', referrerPolicy],
  ['X-Content-Type-Options', 'nosniff'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Response header for everything but the embeds: no other site may show it in a frame. */
export const frameHeader: readonly [string, string] = ['X-Frame-Options', 'DENY'];
