import { NextRequest } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { contentSecurityPolicy } from './lib/content-security-policy'
import { routing } from './lib/i18n/routing'

const routeByLocale = createMiddleware(routing)

/** Every page passes here: it gets its language from its address, and a policy with a nonce of its own. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy({ nonce, development: process.env.NODE_ENV === 'development' })

  // Next reads the nonce from the request's policy and puts it on its scripts, so both directions carry the header.
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = routeByLocale(new NextRequest(request, { headers }))
  response.headers.set('Content-Security-Policy', policy)
  return response
}

// Pages only: not the API, not Next's own files, not a file with an extension.
export const config = { matcher: '/((?!api|_next|.*\\..*).*)' }
