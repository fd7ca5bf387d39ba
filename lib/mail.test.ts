import { expect, test } from 'vitest'
import { sendMails } from './mail'
import { openMailServer } from './mail.testing'

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
