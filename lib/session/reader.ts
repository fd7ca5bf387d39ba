import 'server-only'
import { cookies } from 'next/headers'
import { defaultSettings, isChoosableTimeZone, type Settings } from '../review/settings'
import { findSettings } from '../store/settings'
import { currentHeaders } from './current-headers'
import { findUserId } from './session'

/** Where a page's script notes the time zone of its browser. */
export const timeZoneCookie = 'time-zone'

/** Who reads this page, and how they want it. */
export type Reader = {
  readonly userId: string | undefined
  readonly settings: Settings
  /** The time zone of the browser; undefined before its first page has run. */
  readonly foundTimeZone: string | undefined
  /** The time zone to show times in: the one chosen, else the browser's, else UTC. */
  readonly timeZone: string
}

/** The reader of the current request, with or without a session. */
export async function findReader(): Promise<Reader> {
  const userId = await findUserId(await currentHeaders())
  const settings = userId === undefined ? defaultSettings : await findSettings(userId)
  const noted = (await cookies()).get(timeZoneCookie)?.value
  const foundTimeZone = noted !== undefined && isChoosableTimeZone(noted) ? noted : undefined
  return { userId, settings, foundTimeZone, timeZone: settings.timeZone ?? foundTimeZone ?? 'UTC' }
}
