import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type TestPerson = { readonly sub: string; readonly email: string; readonly email_verified: boolean }

export type TestProvider = {
  readonly issuer: string
  /** Who signs in next. */
  person: TestPerson
  close(): Promise<void>
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An OpenID provider on the loopback, which lets everybody in as `person` without asking; on any free port unless one is named. */
export async function startProvider(person: TestPerson, port = 0): Promise<TestProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const nonces = new Map<string, string>()
  const sign = (claims: object) => {
    const content = `${base64({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64(claims)}`
    return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey).toString('base64url')}`
  }
  const answers: Record<string, (url: URL, body: URLSearchParams) => object> = {
    '/.well-known/openid-configuration': () => ({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/authorize`,
      token_endpoint: `${provider.issuer}/token`,
      jwks_uri: `${provider.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/jwks': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
    '/token': (_, body) => {
      const seconds = Math.floor(Date.now() / 1000)
      const claims = { iss: provider.issuer, aud: 'timewait', iat: seconds, exp: seconds + 300, name: 'Ada' }
      const nonce = nonces.get(body.get('code') ?? '')
      return { access_token: 'a', token_type: 'Bearer', id_token: sign({ ...claims, ...provider.person, nonce }) }
    },
  }
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    if (url.pathname === '/authorize') {
      const code = `code-${nonces.size}`
      nonces.set(code, url.searchParams.get('nonce') ?? '')
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString()
      response.writeHead(302, { location: back.href }).end()
      return
    }
    let body = ''
    for await (const chunk of request) body += chunk
    const answer = answers[url.pathname]?.(url, new URLSearchParams(body))
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Cannot listen on the loopback')
  const provider: TestProvider = {
    issuer: `http://127.0.0.1:${address.port}`,
    person,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
  return provider
}
