import { formatSegment, type Segment } from '../../tcp/segment'
import { explanation } from '../explanation'
import type { BodyOf } from '../item'
import { type Path, pathNames, selectPath } from '../paths'
import { type Random, randomFrom, seedOf, shuffled } from '../random'
import { fieldOf, nearSegments, segmentOption } from './complete-diagram'
import type { Kind } from './kind'

type Query = Pick<BodyOf<'fill-diagram'>, 'path' | 'lines'>

/** The segment that is sent at a line of a path. Throws where none is. */
function sentAt(path: Path, line: number): Segment {
  const sent = path.lines[line]?.sent[0]
  if (sent === undefined) throw new Error(`Nothing is sent at line ${line} of "${path.name}"`)
  return sent.segment
}

/** What is missing, gap by gap, by the machine's run of the path. */
function missingFrom({ path, lines }: Query): readonly string[] {
  return lines.map((line) => segmentOption(sentAt(selectPath(path), line)))
}

/** The lines that send one segment, and who sends it. */
function sendingLines(path: Path) {
  return path.lines.flatMap(({ sent }, line) => {
    const [only] = sent
    return only === undefined || sent.length > 1 ? [] : [{ line, from: only.from, name: formatSegment(only.segment) }]
  })
}

/**
 * Some lines to leave out, in order: three, where enough is left. Of each peer at least one segment stays, so that its
 * numbers can be reckoned, and nothing is left out that is sent again elsewhere.
 */
function gapsFor(path: Path, random: Random): readonly number[] {
  const all = sendingLines(path)
  const isOnce = (name: string) => all.filter((other) => other.name === name).length === 1
  const most = Math.min(3, all.length - 2)
  const chosen: typeof all = []
  for (const one of shuffled(all, random)) {
    const left = all.filter((other) => other !== one && !chosen.includes(other))
    if (chosen.length < most && isOnce(one.name) && left.some(({ from }) => from === one.from)) chosen.push(one)
  }
  return chosen.map(({ line }) => line).sort((a, b) => a - b)
}

/** The missing segments, and as many that are near them; none that is sent anywhere in the path. */
function askFor(path: Path, random: Random): BodyOf<'fill-diagram'> {
  const lines = gapsFor(path, random)
  const right = missingFrom({ path: path.name, lines })
  const sent = sendingLines(path).map(({ name }) => `segment:${name}`)
  const near = lines.map((line) => shuffled(nearSegments(sentAt(path, line)).map(segmentOption), random))
  const inTurn = (near[0] ?? []).flatMap((_, place) => near.flatMap((some) => some[place] ?? []))
  const wrong = [...new Set(inTurn)].filter((option) => !sent.includes(option)).slice(0, Math.max(2, lines.length))
  return { kind: 'fill-diagram', path: path.name, lines: [...lines], options: [...right, ...wrong].sort() }
}

/** The same path with other gaps. */
export function fillAround(path: string, random: Random): BodyOf<'fill-diagram'> {
  return askFor(selectPath(path), random)
}

/** How many questions each path gives at most: their gaps are others. */
const each = 2

/** Put the missing segments of a run into their places. */
export const fillDiagram: Kind<'fill-diagram'> = {
  kind: 'fill-diagram',
  control: 'fill',
  offered: (body) => body.options,
  isRight: (body, option) => missingFrom(body).includes(option),
  score: (body, answer) => {
    const right = missingFrom(body)
    return (
      answer.form === 'fill' &&
      answer.options.length === right.length &&
      right.every((option, gap) => answer.options[gap] === option)
    )
  },
  make: () =>
    pathNames
      .filter((name) => sendingLines(selectPath(name)).length >= 3)
      .flatMap((name) => {
        const path = selectPath(name)
        const bodies = Array.from({ length: each }, (_, nth) => askFor(path, randomFrom(seedOf(`fill ${name} ${nth}`))))
        const fresh = bodies.filter(
          ({ lines }, nth) =>
            lines.length > 0 && bodies.findIndex((other) => other.lines.join() === lines.join()) === nth,
        )
        return fresh.map((body) => ({
          id: `fill-diagram/${name}/${body.lines.join('-')}`,
          fact: `path/${name}`,
          topic: path.topic,
          level: body.lines.length > 1 ? (3 as const) : (2 as const),
          body,
        }))
      }),
  explain: (body, answer) => {
    const right = missingFrom(body)
    const given = answer.form === 'fill' ? answer.options : right
    const gap = right.findIndex((option, at) => given[at] !== option)
    const field = gap < 0 ? null : fieldOf(given[gap] ?? '', right[gap] ?? null)
    return explanation({
      key: right,
      cite: selectPath(body.path).cite,
      path: { name: body.path, line: body.lines[Math.max(gap, 0)] ?? 0 },
      parting: gap < 0 ? null : { kind: 'gap', gap: gap + 1, field: field?.kind === 'field' ? field.field : null },
    })
  },
}
