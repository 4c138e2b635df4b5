/**
 * What a document of the console may load and do.
 *
 * `style-src 'self'` is enough for React: it writes `style={…}` through the CSS object model, which the policy
 * does not govern, so neither style attributes nor inline style sheets have to be allowed. No `unsafe-eval`,
 * no frames, no workers, no objects, no other origin, no form that goes anywhere.
 */
export const consolePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * A document to be printed: scripts do not exist there at all, so style sheets inside the document are let in,
 * and pictures as data; fonts and pictures of `assets/` come from its own origin.
 */
export const printPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
