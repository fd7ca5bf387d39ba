/** The sizes of paper that cards are laid out for, both upright. */
export const papers = ['a4', 'letter'] as const

export type Paper = (typeof papers)[number]

const columns = 2
const rows = 4

const cardsPerSheet = columns * rows

/** A sheet of paper: what stands on its face, and on its back as it is printed there; null is an empty place. */
export type Sheet<T> = { readonly fronts: readonly (T | null)[]; readonly backs: readonly (T | null)[] }

/**
 * Cards on sheets of two columns, row by row. A sheet that is turned over its long edge has left and right changed, so
 * each row of backs is mirrored: every back comes to lie behind its front.
 */
export function layOut<T>(cards: readonly T[]): readonly Sheet<T>[] {
  const sheets = Array.from({ length: Math.ceil(cards.length / cardsPerSheet) }, (_, sheet) =>
    Array.from({ length: cardsPerSheet }, (_, place) => cards[sheet * cardsPerSheet + place] ?? null),
  )
  return sheets.map((fronts) => ({ fronts, backs: fronts.map((_, place) => fronts[mirrored(place)] ?? null) }))
}

/** The place behind a place, both counted from the upper left of their side. */
function mirrored(place: number): number {
  const column = place % columns
  return place - column + (columns - 1 - column)
}
