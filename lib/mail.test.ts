import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { sendMails } from './mail'

type Got = { readonly from: string; readonly to: readonly string[]; readonly text: string }

/** A mail server of its own on a port that is free, which takes no mail for whom `refuses`. */
async function openMailServer(refuses: string) {
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
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return { got, port, close: () => new Promise<void>((resolve) => server.close(resolve)) }
}

const mailTo = (to: string) => ({ to, subject: '你在 Networks 的位置', text: `Hello ${to}` })

test('sends each mail to its one address, and tells whose was refused', async () => {
  const { got, port, close } = await openMailServer('gone@x.org')
  const sent: string[] = []
  const settings = { SMTP_URL: `smtp://timewait:a%20secret%2F@127.0.0.1:${port}`, SMTP_FROM: 'Timewait <school@x.org>' }
  const mails = ['ada@x.org', 'gone@x.org', 'bob@x.org'].map(mailTo)
  const failed = await sendMails(mails, async ({ to }) => void sent.push(to), settings)
  await close()
  expect(failed).toEqual(['gone@x.org'])
  expect(sent.toSorted()).toEqual(['ada@x.org', 'bob@x.org'])
  expect(got.map(({ from, to }) => [from, ...to]).toSorted()).toEqual([
    ['school@x.org', 'ada@x.org'],
    ['school@x.org', 'bob@x.org'],
  ])
  expect(got.every(({ text }) => /^Subject: =\?UTF-8\?/m.test(text) && text.includes('Hello '))).toBe(true)
})

test('tells all addresses where nobody answers', async () => {
  const { port, close } = await openMailServer('')
  await close()
  const settings = { SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'school@x.org' }
  expect(await sendMails([mailTo('ada@x.org')], async () => {}, settings)).toEqual(['ada@x.org'])
})

test('throws where the environment names no mail server', async () => {
  await expect(sendMails([], async () => {}, {})).rejects.toThrow('SMTP_URL')
})
