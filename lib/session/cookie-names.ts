import 'server-only'
import { env } from '../env'

export const overHttps = env.BASE_URL?.startsWith('https://') ?? false

/** A browser takes a __Host- cookie only over HTTPS and only from this host (ASVS 5.0 3.3.1). */
const nameOf = (name: string) => (overHttps ? `__Host-timewait.${name}` : `timewait.${name}`)

export const sessionCookie = nameOf('session')

/** Keeps the session of the guest who was here before somebody signed in to an account: their work is theirs still. */
export const guestCookie = nameOf('guest')

/**
 * Names a user who has just been deleted, for a page's script: what waits on the device to be sent as theirs goes, too.
 * The next page takes it away.
 */
export const deletedCookie = 'deleted-user'
