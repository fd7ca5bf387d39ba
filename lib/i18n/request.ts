import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { loadMessages } from './messages'
import { routing } from './routing'

/**
 * The language of one request: what the caller asks for, else what proxy.ts read from the address.
 * Departs: next-intl would rather have next/root-params, but those throw in server actions and route handlers.
 */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const asked = locale ?? (await requestLocale)
  const chosen = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  return { locale: chosen, messages: await loadMessages(chosen), timeZone: 'UTC' }
})
