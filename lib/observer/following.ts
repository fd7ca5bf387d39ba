import { resetFor } from '@/lib/tcp/emissions'
import { has } from '@/lib/tcp/segment'
import type { Passed } from './passed'
import { isSameReset } from './send'

/** For each segment the place of the next one that its receiver sends, or -1. */
export function followingOf(all: readonly Passed[]): Int32Array {
  const following = new Int32Array(all.length)
  const next = new Map<string, number>()
  for (let index = all.length - 1; index >= 0; index--) {
    const passed = all[index]
    if (passed === undefined) continue
    following[index] = next.get(passed.to) ?? -1
    next.set(passed.from, index)
  }
  return following
}

/** How far back a reset may look for what it answers. */
const answerable = 256

/** Whether the segment at this place is a reset that answers one which passed before it (3.10.7.1). */
export function isAnswer(all: readonly Passed[], at: number): boolean {
  const reset = all[at]
  if (reset === undefined || !has(reset.segment, 'RST')) return false
  const { seq } = reset.segment
  for (let before = at - 1; before >= 0 && before >= at - answerable; before--) {
    const passed = all[before]
    if (passed === undefined || passed.from !== reset.to) continue
    const { segment } = passed
    // Most answer to another number: seen at a glance, for a storm of resets asks this of each, 256 times.
    if (seq !== (segment.ack ?? 0) || has(segment, 'RST')) continue
    if (isSameReset(resetFor(segment), reset.segment)) return true
  }
  return false
}
