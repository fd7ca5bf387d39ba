import 'server-only'
import { createTransport } from 'nodemailer'
import { type Environment, env } from './env'
import { log } from './log'

/** Whether the environment names a server that sends mail. */
export const mayMail = env.SMTP_URL !== undefined

export type Mail = { readonly to: string; readonly subject: string; readonly text: string }

/** As long as somebody who waits for a page has patience with one mail server. */
const patienceMs = 15_000

/**
 * Sends these mails over a few connections, and tells `onSent` of each that the mail server has taken. Returns the addresses
 * of those that it has not. Throws where the environment names no server.
 */
export async function sendMails<One extends Mail>(
  mails: readonly One[],
  onSent: (mail: One) => Promise<void>,
  { SMTP_URL: url, SMTP_FROM: from }: Pick<Partial<Environment>, 'SMTP_URL' | 'SMTP_FROM'> = env,
): Promise<readonly string[]> {
  if (url === undefined || from === undefined) throw new Error('Cannot send mail: SMTP_URL is not set')
  const transport = createTransport({
    ...settingsOf(new URL(url)),
    pool: true,
    maxConnections: 3,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // A text or a file that a mail would fetch from elsewhere is none of ours.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const sent = await Promise.all(
      mails.map(async (mail) => {
        const { to, subject, text } = mail
        // An address is given as such, so that no part of it is read as a list of others.
        const isSent = await transport.sendMail({ from, to: { name: '', address: to }, subject, text }).then(
          () => true,
          (error: unknown) => {
            log.warn({ reason: reasonOf(error) }, 'mail not sent')
            return false
          },
        )
        if (isSent) await onSent(mail)
        return isSent ? [] : [to]
      }),
    )
    return sent.flat()
  } finally {
    transport.close()
  }
}

/** The settings that an address like smtps://user:secret@mail.example:465 stands for. */
function settingsOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:'
  return {
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  }
}

/** Why a mail server refused, without the address: it is nobody's business in a log. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
