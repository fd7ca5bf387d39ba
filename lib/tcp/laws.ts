import { isSynUnacknowledged } from './event-processing/outcome'
import { isAcceptable } from './observe'
import { findRule } from './rules'
import { type Move, type Run, run } from './run'
import { has, type Segment, segEnd, segLen } from './segment'
import { add, distance, isAtMost } from './sequence'
import { otherStates, type State, synchronizedStates } from './states'
import { isFinSent, noTcb, type Tcb } from './tcb'
import { translateEvent, translateSent, translateTcb } from './translate'

/** What must hold of any run whatever: where the RFC says so, and whether it holds, or else what is wrong. */
export type Law = { readonly cite: string; readonly holds: (run: Run) => boolean | string }

/**
 * The laws of the machine. None of them knows how event processing or the rows come to what they say; each is one
 * sentence of the RFC, or of what any machine owes its reader, made a function.
 */
export const laws = {
  'every event has an answer, by a rule of the grid': { cite: '3.10', holds: isAnswered },
  'the same event on the same TCB leads to the same': { cite: '3.10', holds: isDeterminate },
  'a change of state is a transition, and nothing else is': { cite: '3.10', holds: followsItsRules },
  'an event that cannot occur changes nothing': { cite: '3.10.8', holds: leavesAloneWhatCannotOccur },
  'STATUS and refused calls change nothing': { cite: '3.10', holds: leavesAloneWhatIsRefused },
  'CLOSED means that there is no TCB': { cite: '3.3.2', holds: closedHasNoTcb },
  'nothing but OPEN leaves CLOSED': { cite: '3.10.1, 3.5.2', holds: onlyOpenLeavesClosed },
  'an unacceptable segment is dropped, and answered by an ACK unless it is a reset': {
    cite: '3.10.7.4 first, Table 6',
    holds: dropsWhatIsUnacceptable,
  },
  'a reset never answers a reset': { cite: '3.5.2, 3.10.7.1', holds: neverResetsForReset },
  'a reset that answers a segment is numbered so that its sender believes it': {
    cite: '3.5.2',
    holds: resetsBelievably,
  },
  'SND.UNA =< SND.NXT': { cite: '3.4, Figure 3', holds: acknowledgesNoMoreThanIsSent },
  'SND.UNA goes forward, to a number that the peer acknowledged': {
    cite: '3.10.7.4 fifth',
    holds: unacknowledgedGoesForward,
  },
  'RCV.NXT goes forward, within the window': { cite: '3.4, 3.10.7.4 seventh', holds: expectedGoesForward },
  'sequence space is spent by the SYN, FIN and text that are sent, and by nothing else': {
    cite: '3.4',
    holds: spendsWhatItSends,
  },
  'every ACK says RCV.NXT': { cite: '3.10.7.4 first', holds: acknowledgesWhatItExpects },
  'no ACK is sent that a later segment of the run makes needless': { cite: 'MUST-58, MUST-59', holds: aggregates },
  'no SYN is sent in a synchronized state, unless ours is still unacknowledged': {
    cite: '3.5',
    holds: synchronizesOnce,
  },
  'our FIN is sent once, retransmissions apart': { cite: '3.6, 3.10.4', holds: finishesOnce },
  'no text is sent after our FIN': { cite: '3.6', holds: sendsNothingAfterFin },
  'text is delivered only as RCV.NXT goes over it': { cite: '3.10.7.4 seventh', holds: deliversWhatItAcknowledges },
  'only the differences of numbers count': { cite: '3.4', holds: isTranslationInvariant },
  'URG and PSH change neither the TCB nor what is sent': {
    cite: '3.10.7.4 sixth, 3.10.7.4 seventh',
    holds: ignoresUrgAndPsh,
  },
} as const satisfies Record<string, Law>

export type LawName = keyof typeof laws

/** The laws that a run breaks, each with what is wrong; none of them where the machine is right. */
export function findBroken(run: Run): readonly string[] {
  return Object.entries<Law>(laws).flatMap(([name, { holds }]) => {
    const verdict = holds(run)
    if (verdict === true) return []
    return [verdict === false ? name : `${name}: ${verdict}`]
  })
}

function isAnswered({ moves, end }: Run): boolean | string {
  const unknown = moves.find((move) => findRule(move.rule) === undefined || move.checks.length === 0)
  if (unknown !== undefined) return `move by "${unknown.rule}"`
  return same(moves.at(-1)?.after, end)
}

function isDeterminate(given: Run): boolean {
  const { setting, tcb, event } = beginning(given)
  return same(run(setting, tcb, event), given)
}

function followsItsRules({ moves }: Run): boolean {
  return moves.every((move) => {
    const rule = findRule(move.rule)
    const changes = move.before.state !== move.after.state
    return rule?.to === move.after.state && changes === (rule.kind === 'transition')
  })
}

function leavesAloneWhatCannotOccur({ moves }: Run): boolean {
  return moves.filter((move) => findRule(move.rule)?.kind === 'cannot occur').every(isWithoutEffect)
}

function leavesAloneWhatIsRefused({ moves }: Run): boolean {
  const kept = moves.filter((move) => ['refused', 'reported'].includes(findRule(move.rule)?.kind ?? ''))
  return kept.every((move) => same(move.before, move.after) && move.emits.length === 0 && move.responses.length === 1)
}

function isWithoutEffect({ before, after, emits, responses }: Move): boolean {
  return same(before, after) && emits.length === 0 && responses.length === 0
}

function closedHasNoTcb({ moves }: Run): boolean {
  return moves.every(({ after }) => after.state !== 'CLOSED' || same(after, noTcb))
}

function onlyOpenLeavesClosed({ moves }: Run): boolean {
  return moves.every(({ before, after, event }) => {
    const leaves = before.state === 'CLOSED' && after.state !== 'CLOSED'
    return !leaves || (event.kind === 'call' && event.call === 'OPEN')
  })
}

/** The SYN,ACK of a simultaneous open apart, which establishes (ambiguities.ts, syn-ack-in-syn-received). */
function dropsWhatIsUnacceptable({ moves }: Run): boolean {
  return moves.every(({ before, after, event, emits, responses, rule }) => {
    if (event.kind !== 'segment' || !isIn(before, otherStates) || isAcceptable(before, event.segment)) return true
    if (findRule(rule)?.ambiguous === 'syn-ack-in-syn-received' && before.state !== after.state) return true
    const answer = has(event.segment, 'RST')
      ? []
      : [{ seq: before.sndNxt, ack: before.rcvNxt, ctl: ['ACK'], len: 0 } satisfies Segment]
    // MUST-66: what is urgent is told all the same where the window is closed.
    const told = responses.filter(({ text }) => before.rcvWnd > 0 || text !== 'urgent data')
    return same(before, after) && same(emits, answer) && told.length === 0
  })
}

function neverResetsForReset({ moves }: Run): boolean {
  return moves.every(
    ({ event, emits }) => event.kind !== 'segment' || !has(event.segment, 'RST') || !emits.some(isReset),
  )
}

function isReset(segment: Segment): boolean {
  return has(segment, 'RST')
}

function resetsBelievably({ moves }: Run): boolean {
  return moves.every(({ event, emits }) => {
    if (event.kind !== 'segment') return true
    const { ack } = event.segment
    const [seq, acks] = ack === null ? [0, segEnd(event.segment)] : [ack, null]
    return emits.filter(isReset).every((reset) => reset.seq === seq && reset.ack === acks && segLen(reset) === 0)
  })
}

function acknowledgesNoMoreThanIsSent({ moves }: Run): boolean {
  return moves.every(({ after }) => isAtMost(after.sndUna, after.sndNxt))
}

function unacknowledgedGoesForward({ moves }: Run): boolean {
  return moves.filter(isOnOneConnection).every(({ before, after, event }) => {
    if (before.sndUna === after.sndUna) return true
    const acked = event.kind === 'segment' ? event.segment.ack : null
    return after.sndUna === acked && isAtMost(before.sndUna, acked) && isAtMost(acked, before.sndNxt)
  })
}

function expectedGoesForward({ moves }: Run): boolean {
  return moves.filter(isOnOneConnection).every(({ before, after }) => {
    if (before.state === 'SYN-SENT') return true
    const ahead = distance(before.rcvNxt, after.rcvNxt)
    return ahead >= 0 && ahead <= before.rcvWnd
  })
}

/** Whether the connection that the move finds is the one that it leaves. */
function isOnOneConnection({ before, after }: Move): boolean {
  return [before, after].every(({ state }) => state !== 'CLOSED' && state !== 'LISTEN')
}

function spendsWhatItSends({ moves }: Run): boolean {
  return moves.every(({ before, after, emits }) => {
    if (after.state === 'CLOSED' || after.state === 'LISTEN') return emits.every((sent) => segLen(sent) === 0)
    const opens = before.state === 'CLOSED' || before.state === 'LISTEN'
    const first = opens ? after.iss : before.sndNxt
    const spent = emits.reduce((next, sent) => (sent.seq === next ? segEnd(sent) : next), first)
    return spent === after.sndNxt && emits.every((sent) => isReset(sent) || isAtMost(segEnd(sent), after.sndNxt))
  })
}

function acknowledgesWhatItExpects({ moves }: Run): boolean {
  return moves.every(({ after, emits }) =>
    emits.every((sent) => isReset(sent) || (sent.ack === null ? has(sent, 'SYN') : sent.ack === after.rcvNxt)),
  )
}

function aggregates({ moves, emits }: Run): boolean {
  const isBare = ({ ctl, len }: Segment) => same(ctl, ['ACK']) && len === 0
  const isNeedless = (sent: Segment, index: number) =>
    isBare(sent) && emits.slice(index + 1).some((later) => later.ack !== null && !isReset(later))
  const all = moves.flatMap((move) => move.emits)
  const isWhole = same(
    emits.filter((sent) => !isBare(sent)),
    all.filter((sent) => !isBare(sent)),
  )
  return isWhole && !emits.some(isNeedless) && same(newestAck(all), newestAck(emits))
}

function newestAck(emits: readonly Segment[]): number | null {
  return emits.findLast((sent) => sent.ack !== null)?.ack ?? null
}

function synchronizesOnce({ moves }: Run): boolean {
  return moves.every(
    ({ before, emits }) =>
      !isIn(before, synchronizedStates) || isSynUnacknowledged(before) || !emits.some((sent) => has(sent, 'SYN')),
  )
}

function finishesOnce({ moves }: Run): boolean {
  return moves.every(({ before, event, emits }) => {
    const fins = emits.filter((sent) => has(sent, 'FIN')).length
    return isRetransmission(event) ? fins === 0 || isFinSent(before) : fins <= (isFinSent(before) ? 0 : 1)
  })
}

function sendsNothingAfterFin({ moves }: Run): boolean {
  return moves.every(({ before, event, emits }) => {
    if (!isFinSent(before)) return true
    // What is retransmitted lies before the FIN, which is the last number before SND.NXT.
    const fin = add(before.sndNxt, -1)
    return emits.every((sent) => sent.len === 0 || (isRetransmission(event) && isAtMost(segEnd(sent), fin)))
  })
}

function isRetransmission(event: Move['event']): boolean {
  return event.kind === 'timeout' && event.timeout === 'retransmission'
}

function deliversWhatItAcknowledges({ moves }: Run): boolean {
  return moves.filter(isOnOneConnection).every(({ before, after }) => {
    const waited = before.receivesPending - after.receivesPending
    const queued = after.receiveQueued - before.receiveQueued
    const ahead = distance(before.rcvNxt, after.rcvNxt)
    return queued <= 0 || (queued <= ahead && waited <= 0) || before.state === 'SYN-SENT'
  })
}

/** Any two numbers will do: ours are moved by one, the peer's by the other. */
const shift = { ours: 2 ** 31 + 12_345, theirs: 2 ** 32 - 54_321 } as const

function isTranslationInvariant(given: Run): boolean {
  const { setting, tcb, event } = beginning(given)
  const iss = add(setting.iss, shift.ours)
  const moved = run({ ...setting, iss }, translateTcb(tcb, shift), translateEvent(event, shift))
  return (
    same(moved.end, translateTcb(given.end, shift)) &&
    same(
      moved.emits,
      given.emits.map((sent) => translateSent(sent, shift)),
    ) &&
    same(moved.responses, given.responses) &&
    same(moved.moves.map(ruleOf), given.moves.map(ruleOf))
  )
}

function ignoresUrgAndPsh(given: Run): boolean {
  const { setting, tcb, event } = beginning(given)
  const bare = event.kind === 'segment' ? { ...event, segment: withoutUrgAndPsh(event.segment) } : event
  const plain = run(setting, withoutUrgAndPshHeld(tcb), bare)
  return (
    same(plain.end, withoutUrgAndPshHeld(given.end)) &&
    same(plain.emits, given.emits) &&
    same(
      plain.responses,
      given.responses.filter(({ text }) => text !== 'urgent data'),
    )
  )
}

function withoutUrgAndPsh(segment: Segment): Segment {
  return { ...segment, ctl: segment.ctl.filter((bit) => bit !== 'URG' && bit !== 'PSH') }
}

/** Nor is anything held that only an URG made worth holding. */
function withoutUrgAndPshHeld(tcb: Tcb): Tcb {
  const held = tcb.held.map(withoutUrgAndPsh).filter((segment) => segment.ack !== null || segLen(segment) > 0)
  return { ...tcb, held }
}

/** What the run was given. */
function beginning({ setting, moves, end }: Run): Pick<Run, 'setting'> & Pick<Move, 'event'> & { tcb: Tcb } {
  const [first] = moves
  if (first === undefined) throw new Error(`A run without moves ends in ${end.state}`)
  return { setting, tcb: first.before, event: first.event }
}

function ruleOf(move: Move): string {
  return move.rule
}

function isIn({ state }: Tcb, among: readonly State[]): boolean {
  return among.includes(state)
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
