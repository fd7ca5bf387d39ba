import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** For tests: a mail as the server got it. */
export type Got = { readonly from: string; readonly to: readonly string[]; readonly text: string }

/** For tests: a mail server on `port` (0: one that is free), which takes no mail for whom `refuses`. */
export async function openMailServer(refuses: string, at = 0) {
  const got: Got[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'timewait' && password === 'a secret/' ? done(null, { user: 'timewait' }) : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) => done(address === refuses ? new Error('no such person') : null),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        got.push({ from, to, text: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(at, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return { got, port, close: () => new Promise<void>((resolve) => server.close(resolve)) }
}
