import { formatSegment } from '../../tcp/segment'
import { explanation } from '../explanation'
import type { BodyOf } from '../item'
import { pathNames, segmentsOf, selectPath, statesOf } from '../paths'
import type { Kind } from './kind'

/** The elements to put in order, as the machine's run of the path has them. */
function elementsOf({ path, what }: Pick<BodyOf<'order'>, 'path' | 'what'>): readonly string[] {
  const run = selectPath(path)
  if (what !== 'segment') return statesOf(run, what)
  return segmentsOf(run).map(({ from, segment }) => `${from} ${formatSegment(segment)}`)
}

/**
 * Paths in which each segment answers the one before it, so that only one order is possible. Where both peers act of
 * their own accord (a simultaneous open or close) the order of sending is theirs.
 */
const strictlyOrdered: readonly string[] = [
  'handshake',
  'normal-close',
  'three-segment-close',
  'half-close',
  'data-transfer',
]

function asked(): readonly Pick<BodyOf<'order'>, 'path' | 'what'>[] {
  const all = pathNames.flatMap((path) => (['segment', 'A', 'B'] as const).map((what) => ({ path, what })))
  return all.filter(
    (query) => elementsOf(query).length >= 3 && (query.what !== 'segment' || strictlyOrdered.includes(query.path)),
  )
}

/** Where two orders first differ, from 0; -1 where they do not. */
function firstDifference(given: readonly string[], right: readonly string[]): number {
  return right.findIndex((element, index) => given[index] !== element)
}

/** Put the segments of a path, or the states of one peer, in order. */
export const order: Kind<'order'> = {
  kind: 'order',
  control: 'order',
  offered: (body) => [...elementsOf(body)].sort(),
  isRight: () => false,
  score: (body, answer) => {
    const right = elementsOf(body)
    return (
      answer.form === 'order' && answer.options.length === right.length && firstDifference(answer.options, right) < 0
    )
  },
  make: () =>
    asked().map((query) => {
      const path = selectPath(query.path)
      return {
        id: `order/${query.path}/${query.what}`,
        fact: `path/${query.path}`,
        topic: path.topic,
        level: query.what === 'segment' ? 2 : 1,
        body: { kind: 'order', ...query },
      }
    }),
  explain: (body, answer) => {
    const right = elementsOf(body)
    const at = answer.form === 'order' ? firstDifference(answer.options, right) : -1
    return explanation({
      key: right,
      cite: selectPath(body.path).cite,
      path: { name: body.path, line: lineOf(body, at) },
      parting: at < 0 ? null : { kind: 'position', position: at + 1 },
    })
  },
}

/** The line of the path's diagram at which its element number `at` comes about. */
function lineOf(body: BodyOf<'order'>, at: number): number {
  const wanted = elementsOf(body)[Math.max(at, 0)]
  const { what } = body
  const line = selectPath(body.path).lines.findIndex((candidate) =>
    what === 'segment'
      ? candidate.sent.some(({ from, segment }) => `${from} ${formatSegment(segment)}` === wanted)
      : candidate[what] === wanted,
  )
  return Math.max(line, 0)
}
