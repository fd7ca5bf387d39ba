import { auth } from './auth'

type AskOptions = { readonly ip?: string; readonly method?: 'GET' | 'POST' }

/** What a browser is to better-auth: an address it comes from and the cookies that it keeps. */
export type Browser = {
  readonly cookies: Map<string, string>
  cookieHeader(): Headers
  keep(setCookies: readonly string[]): void
  ask(path: string, body?: object, options?: AskOptions): Promise<Response>
}

const origin = 'http://localhost:3000'
let browsers = 0

/** A new browser with an address of its own, so that rate limits count it alone. `ask` may be another copy of the app's. */
export function openBrowser(handler = async (request: Request) => (await auth()).handler(request)): Browser {
  browsers += 1
  const own = `198.51.100.${browsers}`
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (setCookies: readonly string[]) => {
    for (const setCookie of setCookies) {
      const [pair = ''] = setCookie.split(';')
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value === '' || /max-age=0/i.test(setCookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
  }
  return {
    cookies,
    keep,
    cookieHeader: () => new Headers({ cookie: cookie() }),
    async ask(path, body, { ip = own, method = body === undefined ? 'GET' : 'POST' } = {}) {
      const headers = new Headers({ origin, 'x-forwarded-for': ip, cookie: cookie() })
      if (body !== undefined) headers.set('content-type', 'application/json')
      const response = await handler(
        new Request(`${origin}/api/auth${path}`, {
          method,
          headers,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      )
      keep(response.headers.getSetCookie())
      return response
    },
  }
}
