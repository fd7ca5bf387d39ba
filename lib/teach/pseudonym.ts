/**
 * A number for somebody in a course, of three digits or more, that none of `taken` is: what observers are shown instead
 * of a name ("Student 417"). Drawn and not counted, so that it says nothing of who came when. `random` gives whole
 * numbers from 0 to below `below`, evenly; where the numbers get scarce there are more of them.
 */
export function drawPseudonym(taken: ReadonlySet<string>, random: (below: number) => number): string {
  const digits = Math.max(3, String(taken.size * 2).length)
  const lowest = 10 ** (digits - 1)
  const drawn = String(lowest + random(9 * lowest))
  return taken.has(drawn) ? drawPseudonym(taken, random) : drawn
}
