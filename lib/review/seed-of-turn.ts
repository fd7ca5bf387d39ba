import { seedOf } from '../items/random'

/**
 * The seed by which a card is shown that was reviewed `reps` times: 31 bits, a whole number that JSON and SQLite take as it
 * is. It is odd and even in turn, so that of two wordings never the same comes twice in a row.
 */
export function seedOfTurn(cardId: string, reps: number): number {
  const drawn = seedOf(`${cardId} ${reps}`) >>> 1
  return drawn - (drawn % 2) + (reps % 2)
}
