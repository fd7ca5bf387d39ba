import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type Deck, findDeckByName } from '@/lib/review/deck'
import { findReader, type Reader } from '@/lib/session/reader'
import { type ListedDeck, listDeck } from '@/lib/store/review/list-deck'

export type OpenDeck = ListedDeck & { readonly deck: Deck; readonly title: string; readonly reader: Reader }

/** The deck that an address names, as its reader has it. One that is not theirs is not found. */
export async function findOpenDeck(name: string): Promise<OpenDeck> {
  const deck = findDeckByName(name)
  const reader = await findReader()
  const listed = deck === null ? undefined : await listDeck(reader.userId, deck)
  if (deck === null || listed === undefined) notFound()
  const t = await getTranslations()
  return { ...listed, deck, reader, title: titleOf(t, deck, listed) }
}

function titleOf(t: Awaited<ReturnType<typeof getTranslations<never>>>, deck: Deck, { own }: ListedDeck): string {
  switch (deck.kind) {
    case 'set':
      return t(`review.set.${deck.set}`)
    case 'own':
      return own?.name ?? ''
    default:
      return t(`cards.${deck.kind}`)
  }
}
