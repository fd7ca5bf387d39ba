/** How a cell looks: by how many moves it is away; and apart, whatever takes more than a perfect network. */
export type Look = 'none' | 'near' | 'some' | 'far' | 'farthest' | 'beyond'

/** The look of a cell that so many moves lead to; null where none do. */
export function lookOf(moves: number | null, isBeyond: boolean): Look {
  if (moves === null) return 'none'
  if (isBeyond) return 'beyond'
  if (moves <= 2) return 'near'
  if (moves <= 5) return 'some'
  return moves <= 8 ? 'far' : 'farthest'
}
