// Plain JavaScript, for it is read at every start: in TypeScript each start would compile it first.
import { readdirSync } from 'node:fs'
import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from 'next/constants.js'

/** What every response carries. The policy of a page (CSP, with its nonce) is added by proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // npm run check checks types, the tests' too; a start on somebody's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pino', '@open-spaced-repetition/binding'],
  headers: async () => [
    { source: '/:path*', headers },
    {
      source: '/api/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
}

/**
 * The translations' part of a build.
 * @param {import('next').NextConfig} of
 */
async function withMessages(of) {
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  const english = readdirSync('messages/en').filter((name) => name.endsWith('.json'))
  return createNextIntlPlugin({
    requestConfig: './lib/i18n/request.ts',
    experimental: {
      // Precompiled, a message needs no parser in the browser.
      messages: { path: './messages', format: 'json', locales: 'infer', precompile: true },
      // Literal types of the English texts, so that a missing {argument} is a type error.
      createMessagesDeclaration: english.map((name) => `./messages/en/${name}`),
    },
  })(of)
}

/** A build has the name of the code that marks written into it, by which kept scores are believed. */
async function forBuild() {
  const { markingVersion } = await import('./scripts/marking-version.mjs')
  return withMessages({ ...config, env: { MARKING_VERSION: await markingVersion() } })
}

/** @param {string} phase */
export default (phase) => {
  if (phase === PHASE_PRODUCTION_SERVER) return config
  return phase === PHASE_PRODUCTION_BUILD ? forBuild() : withMessages(config)
}
