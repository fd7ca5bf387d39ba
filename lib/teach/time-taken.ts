/** A change of an answer, when it reached the server, in milliseconds. */
type Changed = { readonly position: number; readonly at: number }

/** Changes of two questions within a second came out of a queue: the network had been away, and says nothing of when. */
const togetherMs = 1000
/** After so long without a change somebody has done something else. */
const awayMs = 15 * 60_000

/**
 * The milliseconds that a student spent on each question, as far as the log says it: the time from each change to the one
 * before it (at first, to the start) counts for the question that was changed; coming back to one adds to it. It is so the
 * time up to the last choice: what is read and left unanswered counts for the next one. Left out are questions with a wait
 * that says nothing: changes that arrived together after the network was away, and pauses longer than a quarter of an hour.
 * `changes` are the drafts of one attempt in the order of its log.
 */
export function timeTaken(startedAt: number, changes: readonly Changed[]): ReadonlyMap<number, number> {
  const spent = new Map<number, number>()
  const unsaid = new Set<number>()
  let before: Changed | null = null
  for (const changed of changes) {
    const waited = changed.at - (before?.at ?? startedAt)
    const isTogether = before !== null && before.position !== changed.position && waited < togetherMs
    if (isTogether || waited < 0 || waited > awayMs) unsaid.add(changed.position)
    // The first of those that arrived together has waited for all of them.
    if (isTogether && before !== null) unsaid.add(before.position)
    spent.set(changed.position, (spent.get(changed.position) ?? 0) + waited)
    before = changed
  }
  for (const position of unsaid) spent.delete(position)
  return spent
}
