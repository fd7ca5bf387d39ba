import { describe, expect, it } from 'vitest'
import { formatSegment } from '@/lib/tcp/segment'
import { trials } from '@/lib/tcp/trials.testing'
import { formatMark } from './mark'
import { observeConnection } from './observe-connection'
import { type Point, play } from './play.testing'

const points: readonly Point[] = ['both', 'A', 'B', 'middle']
const runs = trials(250, process.env.SHARE_OF_TRIALS).numRuns

describe('the observer on runs of the machine', () => {
  it.each(points)('never leaves out the true state, captured at %s', (point) => {
    const wrong: string[] = []
    for (let seed = 1; seed <= runs && wrong.length < 4; seed++) {
      const { passed, truth } = play(seed, point, 60)
      for (const [index, { sender, receiver, marks }] of [...observeConnection(passed)].entries()) {
        const was = truth[index]
        if (was === undefined) continue
        const missed = [...was.receiver].filter((state) => !receiver.includes(state))
        const impossible = marks.filter(({ kind }) => kind === 'impossible').map(formatMark)
        if (sender.includes(was.sender) && missed.length === 0 && impossible.length === 0) continue
        const lines = passed.slice(0, index + 3).map((one) => `${one.from.slice(7)} ${formatSegment(one.segment)}`)
        wrong.push(
          `seed ${seed} at ${index + 1}: sender ${was.sender} in ${sender}; missed ${missed} in ${receiver}; ${impossible}\n${lines.join('\n')}`,
        )
        break
      }
    }
    expect(wrong.join('\n\n')).toBe('')
  })
})
