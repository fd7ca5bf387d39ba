import type { Step } from '../../tcp/peers/move'
import type { Timeline } from '../../tcp/peers/timeline'
import { timelineOf } from '../../tcp/peers/timeline-of'
import type { Answer } from '../answer'
import { type Capture, explainedOf, nameOfSeen, points, type Seen, seenAt } from '../captures'
import { explanation } from '../explanation'
import type { BodyOf } from '../item'
import { pathNames, selectPath } from '../paths'
import { partOf, playWhole } from '../whole-runs'
import type { Kind } from './kind'

type Body = BodyOf<'capture'>
type Query = Omit<Body, 'kind'>

/** The most segments to put in order: what a phone can show without losing the thread. */
const most = 7

/** The ISNs of the RFC's figures. */
const figures = { A: 100, B: 300 } as const

function runOf({ path, point, iss }: Query) {
  const { name } = selectPath(path)
  const whole = playWhole(name, iss)
  return seenAt(point, whole.steps).length <= most ? whole : partOf(whole)
}

/** What is lost passes the point before, or the rest would not tell that it was. */
function hasSeenLost({ point }: Query, steps: readonly Step[]): boolean {
  return steps.every(({ move }) => move.kind !== 'lose' || point === 'middle' || move.segment.from === point)
}

/** What was captured, in the order in which it passed. */
function capturedBy(query: Query): readonly Seen[] {
  return seenAt(query.point, runOf(query).steps)
}

/** Where both peers are when the capture begins, where it is made, and whether a segment was lost behind that. */
export function captureOf(query: Query): Capture {
  const { start, steps } = runOf(query)
  return { point: query.point, start, lost: steps.some(({ move }) => move.kind === 'lose') }
}

/** The run that was captured, as a picture. */
function drawRun(query: Query): Timeline {
  const { start, steps } = runOf(query)
  return timelineOf(start, steps)
}

/** What was answered, as segments; null where that is another form, or other segments than were captured. */
function orderIn(body: Body, answer: Answer): readonly Seen[] | null {
  if (answer.form !== 'order') return null
  const captured = capturedBy(body)
  const sameNames = captured.map(nameOfSeen).sort().join() === [...answer.options].sort().join()
  const byName = new Map(captured.map((seen) => [nameOfSeen(seen), seen]))
  return sameNames ? answer.options.flatMap((name) => byName.get(name) ?? []) : null
}

/** A path is asked at every point at which it looks another way, if all that was sent is seen there. */
function asked(): readonly Query[] {
  return pathNames.flatMap((path) => {
    const queries = points.map((point): Query => ({ path, point, iss: figures }))
    const looks = queries.map((query) => capturedBy(query).map(nameOfSeen).join())
    return queries.filter((query, index) => {
      const { steps } = runOf(query)
      // Half way more orders are right where both act of their own accord, though the run looks the same there.
      const isNew = looks.indexOf(looks[index] ?? '') === index || selectPath(path).topic === 'simultaneous'
      return isNew && capturedBy(query).length >= 3 && hasSeenLost(query, steps)
    })
  })
}

/** Put the segments of a capture in the order in which they passed: any order that the machine can explain is right. */
export const capture: Kind<'capture'> = {
  kind: 'capture',
  control: 'order',
  offered: (body) => capturedBy(body).map(nameOfSeen).sort(),
  isRight: () => false,
  score: (body, answer) => {
    const order = orderIn(body, answer)
    return order !== null && explainedOf(captureOf(body), order) === order.length
  },
  make: () =>
    asked().map((query) => ({
      id: `capture/${query.path}/${query.point}`,
      fact: `path/${query.path}`,
      topic: selectPath(query.path).topic,
      level: capturedBy(query).length <= 4 ? 2 : 3,
      body: { kind: 'capture', ...query },
    })),
  explain: (body, answer) => {
    const order = orderIn(body, answer)
    const explained = order === null ? null : explainedOf(captureOf(body), order)
    const isRight = order !== null && explained === order.length
    return explanation({
      // Where more than one order is right, that of the answer is as good as that of the run.
      key: (isRight ? order : capturedBy(body)).map(nameOfSeen),
      cite: selectPath(body.path).cite,
      timeline: drawRun(body),
      parting: isRight || explained === null ? null : { kind: 'unexplained', position: explained + 1 },
    })
  },
}
