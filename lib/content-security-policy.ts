/**
 * The policy of one page. `nonce` is fresh for each request; Next puts it on every script and style of its own.
 * Scripts load by trust from a script with the nonce ('strict-dynamic'), so no host is named and 'self' is for old
 * browsers alone. There is no 'unsafe-inline': a `style` attribute in the server's HTML is refused by the browser, so
 * sizes go into classes or SVG attributes (Biome's noInlineStyles says so at the line).
 * `development` allows eval, with which React rebuilds the stacks of server errors.
 */
export function contentSecurityPolicy({ nonce, development }: { nonce: string; development: boolean }): string {
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${development ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `img-src 'self' data: blob:`,
    // Without it the service worker would need a nonce, which no worker can have.
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ]
  return directives.join('; ')
}
