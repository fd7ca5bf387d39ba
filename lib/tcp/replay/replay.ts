import { factsFor } from '../conditions'
import { checks } from '../event-processing/checks'
import type { Response } from '../responses'
import { findRule, type Rule } from '../rules'
import type { Move, Run } from '../run'
import { formatSegment, type Segment } from '../segment'
import type { Tcb } from '../tcb'
import { emitted, responsesDue, variablesAfter } from './effects'
import { holds, nameOf, trimmed } from './facts'

export type Verdict =
  | { readonly kind: 'holds' }
  /** `move` counts from 0; `why` says which claim of the move is false. */
  | { readonly kind: 'fails'; readonly move: number; readonly why: string }

/**
 * Checks a proof without calling what made it: each move against its rule in the tables, with arithmetic of its own,
 * and the moves against each other. A run is proved by its moves alone.
 */
export function replay(run: Run): Verdict {
  for (const [index, move] of run.moves.entries()) {
    const why = findFlaw(run, move) ?? findBreak(run.moves[index - 1], move)
    if (why !== undefined) return { kind: 'fails', move: index, why }
  }
  const last = run.moves.at(-1)
  if (last === undefined) return { kind: 'fails', move: 0, why: 'no move' }
  return same(last.after, run.end) ? { kind: 'holds' } : { kind: 'fails', move: run.moves.length - 1, why: 'end' }
}

function findFlaw({ setting }: Run, move: Move): string | undefined {
  const rule = findRule(move.rule)
  if (rule === undefined) return `no rule ${move.rule}`
  if (!rule.profiles.includes(setting.profile)) return `rule not in ${setting.profile}`
  if (rule.from !== move.before.state) return `rule is for ${rule.from}`
  if (rule.to !== move.after.state) return `rule leads to ${rule.to}`
  if (move.checks.length === 0 || move.checks.some((check) => !(check in checks))) return 'unknown check'

  const arrived = move.event.kind === 'segment' ? move.event.segment : null
  const segment = arrived === null ? null : trimmed(setting.profile, move.before, arrived)
  const named = nameOf(segment === null ? move.event : { kind: 'segment', segment })
  if (rule.on !== named) return `event is ${named}`
  const failing = rule.when.find(
    (condition) => !factsFor(condition).some((fact) => holds(fact, setting.profile, move.before, segment)),
  )
  if (failing !== undefined) return `not so: ${failing}`
  return findFalseEffect(rule, move, segment, arrived)
}

/** `arrived` is the segment as it came, which a reset answers whole; `segment` is what is left of it in the window. */
function findFalseEffect(rule: Rule, move: Move, segment: Segment | null, arrived: Segment | null): string | undefined {
  const { before, after } = move
  const claimed = variablesAfter(rule, before, after, segment)
  if (claimed.sndUna !== after.sndUna) return `SND.UNA is ${after.sndUna}, must be ${claimed.sndUna}`
  if (claimed.sndNxt !== after.sndNxt) return `SND.NXT is ${after.sndNxt}, must be ${claimed.sndNxt}`
  if (claimed.rcvNxt !== after.rcvNxt) return `RCV.NXT is ${after.rcvNxt}, must be ${claimed.rcvNxt}`
  const sent = rule.emits.map((form) => formatSegment(emitted(form, before, after, arrived)))
  if (!same(sent, move.emits.map(formatSegment))) return `sent ${move.emits.map(formatSegment)}, must be ${sent}`
  const due = responsesDue(rule, before, after, segment).map(spoken).sort()
  const told = move.responses.map(spoken).sort()
  return same(due, told) ? undefined : `told ${told}, must be ${due}`
}

function spoken(response: Response): string {
  return `${response.to}: ${response.text}`
}

/** A move goes on from where the one before it ended; only what it takes from a queue may differ. */
function findBreak(previous: Move | undefined, move: Move): string | undefined {
  if (previous === undefined) return undefined
  return same(withoutQueues(previous.after), withoutQueues(move.before)) ? undefined : 'does not follow'
}

function withoutQueues(tcb: Tcb): Tcb {
  return { ...tcb, held: [], sendQueued: 0, closeQueued: false }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
