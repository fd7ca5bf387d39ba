import { describe, expect, it } from 'vitest'
import { trials } from '@/lib/tcp/trials.testing'
import type { Point } from './play.testing'
import { heldAgainstTruth } from './shortfall.testing'

const points: readonly Point[] = ['both', 'A', 'B', 'middle']

/** OBSERVER_SEEDS=6000 npx vitest run lib/observer/soundness tries so many runs a point, and prints how many pass. */
const asked = process.env.OBSERVER_SEEDS
const runs = asked === undefined ? trials(250, process.env.SHARE_OF_TRIALS).numRuns : Number(asked)
const longest = asked === undefined ? undefined : 1_800_000

/** Of eleven states. What knows more than the segments tell would be smaller, and unsound; what knows nothing is 11. */
const largestMean = 1.75

describe('the observer on runs of the machine', () => {
  it.each(points)(
    'never leaves out the true state, and says little else, captured at %s',
    (point) => {
      const held = Array.from({ length: runs }, (_, index) => heldAgainstTruth(index + 1, point))
      const sum = (of: (one: (typeof held)[number]) => number) => held.reduce((all, one) => all + of(one), 0)
      const mean = sum(({ states }) => states) / sum(({ sets }) => sets)
      const short = held.flatMap(({ shortfall }) => (shortfall === null ? [] : [shortfall.told]))
      if (asked !== undefined) {
        process.stdout.write(`${point}: ${runs - short.length} of ${runs} pass, ${mean.toFixed(3)} states a set\n`)
      }
      expect(short.slice(0, 4).join('\n\n')).toBe('')
      expect(mean).toBeLessThan(largestMean)
    },
    longest,
  )
})
