import type { Configuration } from '../tcp/peers/configuration'
import { makeMove, type Step } from '../tcp/peers/move'
import { aggregated } from '../tcp/run'
import { type Cue, moveFor, nothingYet, type PathName, scriptOf } from './paths'

/** The ISS of each peer. */
export type Isns = Configuration['iss']

/** A path as steps of two peers: where it begins, what happens, and how many steps come before the path itself. */
export type WholeRun = { readonly start: Configuration; readonly steps: readonly Step[]; readonly skip: number }

const played = new Map<string, WholeRun>()

/** A path from nothing open to its end, with these ISNs: what the machine makes of its script. Played once for each. */
export function playWhole(name: PathName, iss: Isns): WholeRun {
  const id = `${name} ${iss.A} ${iss.B}`
  const known = played.get(id)
  if (known !== undefined) return known
  const { cues, skip } = scriptOf(name)
  const start = { ...nothingYet, iss }
  const steps: Step[] = []
  for (const cue of cues) steps.push(...stepsFor(steps.at(-1)?.after ?? start, cue))
  const run = { start, steps, skip }
  // Fresh numbers come without end; those of the bank come again and again.
  if (played.size < 64) played.set(id, run)
  return run
}

/** The part of a run from one of its steps on. */
export function partOf({ start, steps, skip }: WholeRun): Pick<WholeRun, 'start' | 'steps'> {
  return { start: steps[skip]?.before ?? start, steps: steps.slice(skip) }
}

function stepsFor(at: Configuration, cue: Cue): readonly Step[] {
  return cue === 'arrive A, B CLOSE' ? closeOnArrival(at) : [makeMove('rfc9293', at, moveFor(at, cue))]
}

/** B's user closes before B has sent the ACK of A's FIN: it waits for the FIN, which carries it (MUST-58). */
function closeOnArrival(at: Configuration): readonly Step[] {
  return actBeforeAck(makeMove('rfc9293', at, moveFor(at, 'arrive A')), 'B CLOSE')
}

/** An arrival, and a call before its ACK is sent: both steps, the ACK of the first aggregated into what the second sends. */
export function actBeforeAck(arrival: Step, cue: Cue): readonly Step[] {
  const late = makeMove('rfc9293', arrival.after, moveFor(arrival.after, cue))
  if (arrival.run === null || late.run === null) return [arrival, late]
  const emits = aggregated([...arrival.run.emits, ...late.run.emits])
  const spared = arrival.run.emits.filter((segment) => !emits.includes(segment))
  const without = (flight: Configuration['flight']) => flight.filter(({ segment }) => !spared.includes(segment))
  const between = { ...arrival.after, flight: without(arrival.after.flight) }
  return [
    {
      ...arrival,
      after: between,
      run: { ...arrival.run, emits: arrival.run.emits.filter((one) => emits.includes(one)) },
    },
    { ...late, before: between, after: { ...late.after, flight: without(late.after.flight) } },
  ]
}
