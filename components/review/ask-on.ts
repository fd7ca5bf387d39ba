/** A card still to be asked, and the showing in which it will be. */
export type Turn = { readonly card: string; readonly seed: number }

/** What came of an answer that asked for the next card; `next` is null where that card can be asked no more. */
type Reply = { readonly kind: 'marked'; readonly feedback: { readonly right: boolean }; readonly next: unknown }

/** What came of it, the cards that are left, the next one first, and how many of them could be asked no more. */
export type AskedOn<Sent> = { readonly sent: Sent; readonly left: readonly Turn[]; readonly leftOut: number }

/**
 * Sends one answer with the card to ask next, and again with the one after it as long as that can't be asked: nothing of
 * it counts, so that an answer may be sent twice. Where it was wrong, its own card comes `again` behind all others.
 *
 * @param ask sends the answer, naming the card to ask next.
 */
export async function askOn<Sent extends { readonly kind: string }>(
  turns: readonly Turn[],
  again: Turn,
  ask: (next: Turn) => Promise<Sent | (Sent & Reply)>,
): Promise<AskedOn<Sent>> {
  let left = turns
  let sent = await ask(left[0] ?? again)
  while (isMarked(sent) && sent.next === null && left.length > 0) {
    left = left.slice(1)
    sent = await ask(left[0] ?? again)
  }
  if (!isMarked(sent)) return { sent, left: turns, leftOut: 0 }
  const following = sent.feedback.right ? left : [...left, again]
  const kept = sent.next === null ? [] : following
  return { sent, left: kept, leftOut: turns.length - left.length + following.length - kept.length }
}

function isMarked<Sent extends { readonly kind: string }>(sent: Sent | (Sent & Reply)): sent is Sent & Reply {
  return sent.kind === 'marked'
}
