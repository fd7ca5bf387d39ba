import { canon, type Machine } from '../../misconceptions/machine'
import type { Event } from '../../tcp/events'
import type { Run } from '../../tcp/run'
import type { State } from '../../tcp/states'
import type { Tcb } from '../../tcp/tcb'
import type { Situation } from '../exemplify'
import { ruleOf, runBy, runOf } from '../explanation'
import type { BodyOf } from '../item'
import { explainState } from './explain-state'
import { chosen, type Kind, scoreChoice } from './kind'
import { stateIn, stateOption, stateOptions } from './state-options'

type Sequence = Pick<BodyOf<'after-events'>, 'tcb' | 'events'>

/** Where an endpoint stands each time something happens to it: the events one after the other, each on what the last left. */
export function situationsAlong({ tcb, events }: Sequence): readonly Situation[] {
  let at: Tcb = tcb
  return events.map((event: Event) => {
    const situation = { tcb: at, event }
    at = runOf(situation).end
    return situation
  })
}

/** The state that a sequence leads to on a machine. */
function endOf({ tcb, events }: Sequence, by: Machine): State {
  return events.reduce((at: Tcb, event: Event) => runBy(by, { tcb: at, event }).end, tcb).state
}

function lastOf(sequence: Sequence): Situation {
  const last = situationsAlong(sequence).at(-1)
  if (last === undefined) throw new Error('A sequence without an event')
  return last
}

/** The runs of a sequence as one proof: all moves in order, and where they end. */
function runAlong(sequence: Sequence): Run {
  const runs = situationsAlong(sequence).map((situation) => runOf(situation))
  return {
    ...runOf(lastOf(sequence)),
    moves: runs.flatMap(({ moves }) => moves),
    emits: runs.flatMap(({ emits }) => emits),
    responses: runs.flatMap(({ responses }) => responses),
    ambiguous: runs.find(({ ambiguous }) => ambiguous !== null)?.ambiguous ?? null,
  }
}

const offered: Kind<'after-events'>['offered'] = (body) => body.options

const isRight: Kind<'after-events'>['isRight'] = (body, option, by = canon) => option === stateOption(endOf(body, by))

/** The question which state a sequence leads to; the states on the way are the first to mislead. */
export function askAfterEvents({ tcb, events }: Sequence): BodyOf<'after-events'> {
  const run = runOf(lastOf({ tcb, events }))
  const passed = situationsAlong({ tcb, events }).map((situation) => situation.tcb.state)
  return { kind: 'after-events', tcb, events, options: [...stateOptions(ruleOf(run), run.end.state, passed)] }
}

/** Here is an endpoint, and several things happen to it: which state is it in after the last? A teacher's alone. */
export const afterEvents: Kind<'after-events'> = {
  kind: 'after-events',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () => [],
  explain: (body, answer) => ({ ...explainState(lastOf(body), stateIn(chosen(answer))), run: runAlong(body) }),
}
