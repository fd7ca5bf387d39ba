import { formatSegment } from '@/lib/tcp/segment'
import type { State } from '@/lib/tcp/states'
import { formatMark } from './mark'
import { observeConnection } from './observe-connection'
import { type Point, play } from './play.testing'

/** Where the observer says of a run what is not true of it: a true state that it leaves out, or a rule that nobody broke. */
type Shortfall = { readonly seed: number; readonly told: string }

/** How large the sets of a run are, and how many of them. */
type Sizes = { readonly sets: number; readonly states: number }

const steps = 60

/** Plays a run, captures it at this point, and holds the observer against what was true. */
export function heldAgainstTruth(seed: number, point: Point): { readonly shortfall: Shortfall | null } & Sizes {
  const { passed, truth } = play(seed, point, steps)
  let sets = 0
  let states = 0
  for (const [index, { sender, receiver, marks }] of [...observeConnection(passed)].entries()) {
    const was = truth[index]
    if (was === undefined) continue
    sets += 2
    states += sender.length + receiver.length
    const missed = [...was.receiver].filter((state) => !receiver.includes(state))
    const impossible = marks.filter(({ kind }) => kind === 'impossible').map(formatMark)
    if (sender.includes(was.sender) && missed.length === 0 && impossible.length === 0) continue
    const lines = passed.slice(0, index + 3).map((one) => `${one.from.slice(7)} ${formatSegment(one.segment)}`)
    const said = (all: readonly State[]) => all.join(' ')
    const told = `seed ${seed} at ${index + 1}: sender ${was.sender} in ${said(sender)}; missed ${said(missed)} in ${said(receiver)}; ${impossible}`
    return { shortfall: { seed, told: `${told}\n${lines.join('\n')}` }, sets, states }
  }
  return { shortfall: null, sets, states }
}
