import { canon, type Machine } from '../../misconceptions/machine'
import type { ControlBit, Segment } from '../../tcp/segment'
import { formatSegment } from '../../tcp/segment'
import { add } from '../../tcp/sequence'
import type { State } from '../../tcp/states'
import { withDistractors } from '../distractors'
import { changeTo, explanation, type Parting, partingFrom, ruleOf, runBy } from '../explanation'
import type { BodyOf } from '../item'
import { findNearestRule } from '../nearest-rule'
import { type Line, type Path, pathNames, segmentsOf, selectPath } from '../paths'
import { randomFrom, seedOf } from '../random'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'
import { similarStates, stateIn, stateOption } from './state-options'

type Gap = Pick<BodyOf<'complete-diagram'>, 'path' | 'line' | 'what'>

function lineAt({ path, line }: Gap): Line {
  const found = selectPath(path).lines[line]
  if (found === undefined) throw new Error(`No line ${line} in path "${path}"`)
  return found
}

/** A segment as an option. */
export function segmentOption(segment: Segment): string {
  return optionOf('segment', formatSegment(segment))
}

/** What stands in the gap, by the machine's run of the path. */
function missing(gap: Gap, by: Machine = canon): string | null {
  const line = lineAt(gap)
  if (gap.what !== 'segment') return stateOption(line.actor === gap.what ? stateAfter(line, by) : line[gap.what])
  const segment = segmentBy(by, gap.path, line)
  return segment === null ? null : segmentOption(segment)
}

/** Where the line leads the peer to whom it happens, from where it stands in the diagram. */
function stateAfter(line: Line, by: Machine): State {
  const [first] = line.run?.moves ?? []
  if (by === canon || first === undefined || line.cue === 'arrive A, B CLOSE') return line[line.actor]
  return runBy(by, { tcb: first.before, event: first.event }).end.state
}

/** The segment that the line sends, as a machine has it; numbers are those of the diagram so far. */
function segmentBy(by: Machine, path: string, line: Line): Segment | null {
  const sent = line.sent[0]?.segment ?? null
  const [first] = line.run?.moves ?? []
  if (by === canon || sent === null || first === undefined) return sent
  if (line.cue === 'arrive A, B CLOSE') {
    return by.mutant.separatesFin === true ? { ...sent, ctl: sent.ctl.filter((bit) => bit !== 'FIN') } : sent
  }
  const [believed] = runBy(by, { tcb: first.before, event: first.event }, first.before.iss || sent.seq).emits
  return believed === undefined ? null : countedOn(by, path, line, believed)
}

/** With a bare ACK counted, all that its sender sends after the handshake lies one further. */
function countedOn({ mutant: { lengths } }: Machine, path: string, line: Line, segment: Segment): Segment {
  const before = segmentsOf(selectPath(path)).filter(({ from }) => from === line.actor)
  const isFirst = before[0]?.segment === line.sent[0]?.segment
  return lengths?.ack === 1 && line.actor === 'A' && isFirst && !segment.ctl.includes('SYN')
    ? { ...segment, seq: add(segment.seq, 1) }
    : segment
}

const offered: Kind<'complete-diagram'>['offered'] = (body) => body.options

const isRight: Kind<'complete-diagram'>['isRight'] = (body, option, by = canon) => option === missing(body, by)

/** Segments that differ from the right one as learners' do: a number off by one, a control bit forgotten or added. */
export function nearSegments({ seq, ack, ctl, len }: Segment): readonly Segment[] {
  const withBits = (bits: readonly ControlBit[]): Segment => ({ seq, ack, ctl: bits, len })
  const without = (bit: ControlBit) => withBits(ctl.filter((other) => other !== bit))
  const later: Segment = { seq: add(seq, 1), ack, ctl, len }
  const reset: Segment = { seq, ack: null, ctl: ['RST'], len: 0 }
  if (ack === null) return [later, { seq: add(seq, -1), ack, ctl, len }, withBits(['FIN']), reset]
  const acked = [1, -1].map((octets) => ({ seq, ack: add(ack, octets), ctl, len }))
  const syn = ctl.includes('SYN') ? [without('SYN')] : []
  return [later, ...acked, ctl.includes('FIN') ? without('FIN') : withBits(['FIN', ...ctl]), ...syn, reset]
}

function optionsFor(gap: Gap, seed: string): readonly string[] {
  const line = lineAt(gap)
  const sent = line.sent[0]
  if (gap.what !== 'segment') return similarStates(line[gap.what], seed)
  if (sent === undefined) return []
  return withDistractors(
    segmentOption(sent.segment),
    [nearSegments(sent.segment).map(segmentOption)],
    randomFrom(seedOf(seed)),
  )
}

/** The gaps worth leaving: a segment that is sent, and a state that is new. The state of who aborts is ambiguous. */
function gapsIn(path: Path): readonly Gap[] {
  return path.lines.flatMap((line, index) => {
    const before = path.lines[index - 1] ?? path.start
    const ambiguous = line.run?.ambiguous === 'reset-issuer'
    const sent: readonly Gap['what'][] = line.sent.length === 1 ? ['segment'] : []
    const changed = ambiguous ? [] : (['A', 'B'] as const).filter((side) => line[side] !== before[side])
    return [...sent, ...changed].map((what) => ({ path: path.name, line: index, what }))
  })
}

/** Complete the missing segment or state of a sequence diagram. */
export const completeDiagram: Kind<'complete-diagram'> = {
  kind: 'complete-diagram',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    pathNames.flatMap((name) => {
      const path = selectPath(name)
      return gapsIn(path).map((gap) => {
        const id = `complete-diagram/${name}/${gap.line}/${gap.what}`
        return {
          id,
          fact: `path/${name}/${gap.line}`,
          topic: path.topic,
          level: gap.what === 'segment' ? 2 : 1,
          body: { kind: 'complete-diagram' as const, ...gap, options: [...optionsFor(gap, id)] },
        }
      })
    }),
  explain: (body, answer) => {
    const line = lineAt(body)
    const right = missing(body)
    const given = chosen(answer)
    const told = {
      key: right === null ? [] : [right],
      cite: selectPath(body.path).cite,
      rule: line.run === null ? null : ruleOf(line.run).id,
      run: line.run,
      path: { name: body.path, line: body.line },
    }
    if (given === null || given === right || line.run === null) return explanation(told)
    return explanation({ ...told, ...mistake(line, stateIn(given), given, right) })
  },
}

function mistake(line: Line, state: State | null, given: string, right: string | null) {
  if (line.run === null || state === null) return { parting: fieldOf(given, right) }
  const difference = findNearestRule(ruleOf(line.run), (other) => other.to === state)
  return {
    parting: partingFrom(line.run, difference),
    change: changeTo(difference),
  }
}

/** The first field in which two segments, as they are written, differ. */
export function fieldOf(given: string, right: string | null): Parting | null {
  const wrong = nameIn(given, 'segment')
  const sound = nameIn(right, 'segment')
  if (wrong === null || sound === null) return null
  const fields = (text: string) =>
    Object.fromEntries([...text.matchAll(/<(\w+)(?:=([^>]*))?>/g)].map(([, name, value]) => [name, value]))
  const [a, b] = [fields(wrong), fields(sound)]
  const field = (['CTL', 'SEQ', 'ACK'] as const).find((name) => a[name] !== b[name])
  return field === undefined ? null : { kind: 'field', field }
}
