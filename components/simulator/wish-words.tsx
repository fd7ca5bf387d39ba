import { useTranslations } from 'next-intl'
import { Code } from '@/components/ui/code'
import type { Played } from '@/lib/scenario/play-scenario'
import type { Wish } from '@/lib/scenario/wish'
import { otherSide } from '@/lib/tcp/peers/configuration'
import { formatSegment } from '@/lib/tcp/segment'

/** A wish in words, before it is granted. */
export function WishWords({ wish, played }: { readonly wish: Wish; readonly played: Played }) {
  const t = useTranslations('scenario')
  switch (wish.kind) {
    case 'call':
      if (wish.call === 'SEND') {
        const values = { side: wish.side, octets: String(wish.len) }
        return t.rich('wishes.send', { ...values, call: () => <Code>SEND</Code> })
      }
      return t.rich('wishes.call', { side: wish.side, call: () => <Code>{wish.call}</Code> })
    case 'timeout':
      return `${t('sideLabel', { side: wish.side })}: ${t(`timeouts.${wish.timeout}`)}`
    case 'crash':
      return `${t('sideLabel', { side: wish.side })}: ${t('crash')}`
    case 'inject':
      return t('inject', { side: wish.from })
    case 'deliver':
    case 'drop':
    case 'duplicate':
    case 'hold':
    case 'release': {
      const flying = played.sent[wish.number - 1]
      if (flying === undefined) return null
      const values = { number: String(wish.number), from: flying.from, to: otherSide(flying.from) }
      const segment = () => <Code>{formatSegment(flying.segment)}</Code>
      return t.rich(`wishes.${wish.kind}`, { ...values, segment })
    }
  }
}
