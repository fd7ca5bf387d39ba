import { canon, type Machine } from '../../misconceptions/machine'
import type { Event } from '../../tcp/events'
import type { Run } from '../../tcp/run'
import type { State } from '../../tcp/states'
import type { Tcb } from '../../tcp/tcb'
import { believers } from '../diagnosis/believers'
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

/**
 * The first event at which somebody who ends in `given` leaves the RFC's way, and the state to which they take it there: by a
 * belief whose holder ends so, or because they stay where it only passes. Null where neither tells, or where that is the last.
 */
function firstParting(
  sequence: Sequence,
  given: State,
): { readonly situation: Situation; readonly taken: State } | null {
  const situations = situationsAlong(sequence)
  const statesBy = (by: Machine): readonly State[] => {
    let at: Tcb = sequence.tcb
    return sequence.events.map((event: Event) => {
      at = runBy(by, { tcb: at, event }).end
      return at.state
    })
  }
  const right = statesBy(canon)
  if (right.at(-1) === given) return null
  const believed = believers.map(({ machine }) => statesBy(machine)).find((states) => states.at(-1) === given)
  const parts = believed?.findIndex((state, index) => state !== right[index]) ?? -1
  const left = situations.findLastIndex(({ tcb }, index) => tcb.state === given && right[index] !== given)
  const at = parts >= 0 ? parts : left
  const situation = situations[at]
  if (situation === undefined || at === situations.length - 1) return null
  return { situation, taken: parts >= 0 ? (believed?.[parts] ?? given) : given }
}

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
  explain: (body, answer) => {
    const given = stateIn(chosen(answer))
    const explained = { ...explainState(lastOf(body), given), run: runAlong(body) }
    const step = given === null ? null : firstParting(body, given)
    return step === null
      ? explained
      : { ...explained, parting: explainState(step.situation, step.taken).parting, change: null }
  },
}
