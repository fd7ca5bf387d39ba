import { headers } from 'next/headers'
import { getFormatter, getTranslations } from 'next-intl/server'
import { originOf } from '@/lib/session/origin-of'
import { passkeysWork } from '@/lib/session/passkeys-work'
import { providerId, providerName } from '@/lib/session/provider'

/** Which ways into an account there are at this address, and what a new passkey is called. */
export async function findWays(timeZone: string) {
  const t = await getTranslations('account')
  const format = await getFormatter()
  const date = format.dateTime(new Date(), { dateStyle: 'medium', timeZone })
  return {
    passkeys: passkeysWork(originOf(await headers())),
    passkeyName: t('passkeyName', { date }),
    provider: providerName === undefined ? undefined : { id: providerId, name: providerName },
  }
}
