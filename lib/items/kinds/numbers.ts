import { canon, type Machine } from '../../misconceptions/machine'
import type { Emission } from '../../tcp/emissions'
import type { Rule } from '../../tcp/rules'
import { formatSegment, type Segment } from '../../tcp/segment'
import { exemplify, figureNumbers, type Numbers, type Situation } from '../exemplify'
import { type Change, explanation, type NumberSource, type Parting, ruleOf, runBy, runOf } from '../explanation'
import type { BodyOf } from '../item'
import { rulesWorthAsking } from '../worth-asking'
import type { Kind } from './kind'

/** The one segment that the situation makes the endpoint send, or null where there is none. */
export function sentIn(body: Pick<BodyOf<'numbers'>, 'situation' | 'iss'>, by: Machine = canon): Segment | null {
  return runBy(by, body.situation, body.iss).emits[0] ?? null
}

/** Whether the segment sent carries an ISS that is selected now: the run with another one sends another number. */
export function selectsIss(body: Pick<BodyOf<'numbers'>, 'situation' | 'iss'>): boolean {
  return sentIn(body)?.seq !== sentIn({ ...body, iss: (body.iss + 1) >>> 0 })?.seq
}

/** Numbers of the figures, large ones, and ones that wrap round 2^32 on the way. */
const variants: readonly {
  readonly name: string
  readonly numbers: Numbers
  readonly iss: number
  readonly level: 1 | 2 | 3
}[] = [
  { name: 'figure', numbers: figureNumbers, iss: 300, level: 1 },
  { name: 'large', numbers: { ours: 48_213, theirs: 9_607, text: 120 }, iss: 7_200, level: 2 },
  { name: 'wrapping', numbers: { ours: 4_294_967_294, theirs: 4_294_967_290, text: 30 }, iss: 4_294_967_295, level: 3 },
]

const asked: readonly Rule[] = rulesWorthAsking.filter(
  (rule) => rule.emits.length === 1 && rule.emits[0] !== 'SYN' && rule.kind !== 'retransmitted' && isOneOfMany(rule),
)

/** Of the many rules that answer ACK to what is not acceptable, those of ESTABLISHED stand for all. */
function isOneOfMany(rule: Rule): boolean {
  const answersAlike = rule.kind === 'answered by ACK' || rule.kind === 'challenged by ACK'
  if (rule.kind === 'answered by RST')
    return rule.on === 'rcv SYN' || rule.on === 'rcv text' || rule.on === 'rcv SYN,ACK'
  return !answersAlike || rule.from === 'ESTABLISHED'
}

/** The numbers on the next segment: its SEQ and its ACK. */
export const numbers: Kind<'numbers'> = {
  kind: 'numbers',
  control: 'numbers',
  offered: () => [],
  isRight: () => false,
  score: (body, answer) => {
    const sent = sentIn(body)
    return answer.form === 'numbers' && sent !== null && answer.seq === sent.seq && answer.ack === sent.ack
  },
  make: () =>
    asked.flatMap((rule, index) => {
      const variant = variants[index % variants.length]
      const kept = rule.figure5 ? variants : variant === undefined ? [] : [variant]
      return kept.map(({ name, numbers: written, iss, level }) => ({
        id: `numbers/${rule.id}/${name}`,
        fact: `numbers/${rule.id}`,
        topic: 'sequence numbers' as const,
        level,
        body: { kind: 'numbers' as const, situation: exemplify(rule, written), iss },
      }))
    }),
  explain: (body, answer) => {
    const run = runOf(body.situation, body.iss)
    const rule = ruleOf(run)
    const sent = sentIn(body)
    const told = { key: sent === null ? [] : [formatSegment(sent)], cite: rule.cite, rule: rule.id, run }
    if (sent === null || answer.form !== 'numbers') return explanation(told)
    return explanation({ ...told, parting: partingOf(body, rule, sent, answer), change: changeOf(body, sent, answer) })
  },
}

type Given = { readonly seq: number | null; readonly ack: number | null }

function partingOf({ situation }: BodyOf<'numbers'>, rule: Rule, sent: Segment, given: Given): Parting | null {
  const [form] = rule.emits
  if (form === undefined || (given.seq === sent.seq && given.ack === sent.ack)) return null
  return given.seq === sent.seq
    ? { kind: 'number', field: 'ACK', source: sourceOfAck(form, situation), value: sent.ack }
    : { kind: 'number', field: 'SEQ', source: sourceOfSeq(form), value: sent.seq }
}

/** Where the two numbers come from that a rule's one segment carries in this situation. Throws where it sends none. */
export function numberSources(rule: Rule, situation: Situation): Readonly<Record<'seq' | 'ack', NumberSource>> {
  const [form] = rule.emits
  if (form === undefined) throw new Error(`Nothing is sent by ${rule.id}`)
  return { seq: sourceOfSeq(form), ack: sourceOfAck(form, situation) }
}

function sourceOfSeq(form: Emission): NumberSource {
  if (form === 'SYN' || form === 'SYN,ACK') return 'ISS'
  if (form === 'RST for SEG.ACK') return 'SEG.ACK'
  return form === 'RST,ACK for SEG.SEQ' ? 'zero' : 'SND.NXT'
}

function sourceOfAck(form: Emission, { event }: Situation): NumberSource {
  if (form === 'SYN' || form === 'RST' || form === 'RST for SEG.ACK') return 'none'
  if (form === 'RST,ACK for SEG.SEQ') return 'SEG.SEQ+SEG.LEN'
  return event.kind === 'segment' ? 'RCV.NXT after' : 'RCV.NXT'
}

/** Another length of the arriving segment, or another SND.NXT or RCV.NXT, with which the given numbers were right. */
function changeOf(body: BodyOf<'numbers'>, sent: Segment, given: Given): Change | null {
  if (given.seq !== sent.seq && given.ack === sent.ack && given.seq !== null) {
    const shift = given.seq - sent.seq
    const value = (body.situation.tcb.sndNxt + shift) >>> 0
    return isRightWith(body, { ...body.situation, tcb: { ...body.situation.tcb, sndNxt: value } }, given)
      ? { kind: 'variable', variable: 'SND.NXT', value }
      : null
  }
  const { event } = body.situation
  if (given.ack === null || sent.ack === null || given.seq !== sent.seq || event.kind !== 'segment') return null
  const len = event.segment.len + (given.ack - sent.ack)
  if (len < 0 || len > 65_535) return null
  const changed: Situation = { ...body.situation, event: { kind: 'segment', segment: { ...event.segment, len } } }
  return isRightWith(body, changed, given) ? { kind: 'text', len } : null
}

function isRightWith(body: BodyOf<'numbers'>, situation: Situation, given: Given): boolean {
  return numbers.score({ ...body, situation }, { form: 'numbers', ...given })
}
