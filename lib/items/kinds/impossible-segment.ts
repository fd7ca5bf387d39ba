import { type Broken, broken } from '../../observer/mark'
import type { Passed } from '../../observer/passed'
import { otherSide } from '../../tcp/peers/configuration'
import { has } from '../../tcp/segment'
import { wordKey } from '../../tcp/word-key'
import { withDistractors } from '../distractors'
import { explanation, type Parting } from '../explanation'
import type { BodyOf, Item, Level } from '../item'
import { type PathName, pathNames, selectPath } from '../paths'
import { randomFrom, seedOf } from '../random'
import { brokenIn, brokenRules, type Fault, faults, figureIsns, observed, traceOf, traceWithFault } from '../traces'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'

type Faulty = Pick<BodyOf<'impossible-segment'>, 'path' | 'at' | 'fault' | 'isns'>

/** The trace of a question, with the fault in it. Throws where its segment can have no such fault. */
export function faultyTrace({ path, at, fault, isns }: Faulty): readonly Passed[] {
  const trace = traceWithFault(traceOf(path, isns), at, fault)
  if (trace === null) throw new Error(`Segment ${at} of path "${path}" can have no fault "${fault}"`)
  return trace
}

/** What the observer says of the trace: the one place, from 0, and the rule; null where it names none, or several, or has none. */
export function impossibleIn(faulty: Faulty): Found {
  const known = marked.get(faulty)
  if (known !== undefined) return known
  const trace = traceWithFault(traceOf(faulty.path, faulty.isns), faulty.at, faulty.fault)
  const [only, ...more] = trace === null ? [] : brokenIn(trace)
  const found = only === undefined || more.length > 0 ? null : only
  marked.set(faulty, found)
  return found
}

type Found = { readonly at: number; readonly rule: Broken } | null

/** The observer is asked once for each body, though each of its options asks. */
const marked = new WeakMap<Faulty, Found>()

/** The segment of a trace at this place, from 0. */
const passedOption = (at: number): string => optionOf('passed', String(at + 1))

const offered: Kind<'impossible-segment'>['offered'] = (body) => body.options

const isRight: Kind<'impossible-segment'>['isRight'] = (body, option) => {
  const found = impossibleIn(body)
  return found !== null && option === passedOption(found.at)
}

/** In a trace of three or fewer there would be too little to choose from. */
const askedPaths = pathNames.filter((path) => traceOf(path, figureIsns).length > 3)

const levels: Readonly<Record<Fault, Level>> = {
  'acknowledges more': 3,
  'acknowledges nothing': 2,
  'carries text': 2,
  'carries FIN': 3,
  'carries SYN': 2,
  'carries RST': 1,
}

/** Where in this path the fault shows, and nowhere else: the first such place from one that the seed names. */
function placeOf(path: PathName, fault: Fault): { readonly at: number; readonly rule: Broken } | null {
  const trace = traceOf(path, figureIsns)
  const { length } = trace
  const first = seedOf(`${path} ${fault}`) % length
  for (let step = 0; step < length; step++) {
    const at = (first + step) % length
    if (!couldShow(trace, at, fault)) continue
    const found = impossibleIn({ path, at, fault, isns: figureIsns })
    if (found?.at === at) return found
  }
  return null
}

/** Whether it is worth asking the observer: nothing is out of place before a FIN, and a SYN is what a reset must not carry. */
function couldShow(trace: readonly Passed[], at: number, fault: Fault): boolean {
  const passed = trace[at]
  if (passed === undefined || traceWithFault(trace, at, fault) === null) return false
  const hasClosed = trace.slice(0, at).some(({ from, segment }) => from === passed.from && has(segment, 'FIN'))
  switch (fault) {
    case 'carries text':
    case 'carries FIN':
      return hasClosed
    case 'carries RST':
      return has(passed.segment, 'SYN')
    default:
      return true
  }
}

/** The segment that is asked for and three others, those of the same sender first. */
function optionsFor(path: string, at: number, seed: string): readonly string[] {
  const trace = traceOf(path, figureIsns)
  const places = (from: string | undefined) =>
    trace.flatMap((passed, place) => (passed.from === from && place !== at ? [passedOption(place)] : []))
  const from = trace[at]?.from
  const other = otherSide(from === 'A' ? 'A' : 'B')
  return withDistractors(
    passedOption(at),
    [places(from).slice(0, 2), places(other), places(from)],
    randomFrom(seedOf(seed)),
  )
}

type Asked = Item & { readonly body: BodyOf<'impossible-segment'> }

function askAbout(path: PathName, fault: Fault): readonly Asked[] {
  const found = placeOf(path, fault)
  if (found === null) return []
  const { at, rule } = found
  const id = `impossible-segment/${path}/${wordKey(fault)}`
  const isInOpening = selectPath(path).start.A !== 'CLOSED' && at < 3
  return [
    {
      id,
      fact: factOf(rule),
      topic: isInOpening ? 'open' : selectPath(path).topic,
      level: levels[fault],
      body: {
        kind: 'impossible-segment',
        path,
        at,
        fault,
        isns: figureIsns,
        options: [...optionsFor(path, at, id)],
      },
    },
  ]
}

function factOf(rule: Broken): string {
  return `broken/${wordKey(rule)}`
}

let made: readonly Asked[] | undefined

/** The questions; the observer is asked once. */
function makeAll(): readonly Asked[] {
  made ??= askedPaths.flatMap((path) => faults.flatMap((fault) => askAbout(path, fault)))
  return made
}

/** A trace in which this rule is broken, for the rule's card; undefined where no question is about it. */
export function exampleOf(rule: Broken): BodyOf<'impossible-segment'> | undefined {
  return makeAll().find(({ fact }) => fact === factOf(rule))?.body
}

/** The rule that a fact `broken/<name>` is about; undefined where no question is. */
export function brokenNamed(name: string): Broken | undefined {
  return brokenRules.find((rule) => wordKey(rule) === name && exampleOf(rule) !== undefined)
}

/** Find the one segment of a trace that no correct endpoint sends. */
export const impossibleSegment: Kind<'impossible-segment'> = {
  kind: 'impossible-segment',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: makeAll,
  explain: (body, answer) => {
    const found = impossibleIn(body)
    const given = chosen(answer)
    const key = found === null ? [] : [passedOption(found.at)]
    const cite = found === null ? '' : broken[found.rule]
    return explanation({ key, cite, parting: given === null || key.includes(given) ? null : sendable(body, given) })
  },
}

/** Why the chosen segment is sound: what its sender can be in once it has sent it. */
function sendable(body: Faulty, given: string): Parting | null {
  const number = Number(nameIn(given, 'passed'))
  const seen = observed(faultyTrace(body))[number - 1]
  if (seen === undefined) return null
  return { kind: 'sendable', number, peer: seen.passed.from === 'A' ? 'A' : 'B', states: seen.sender }
}
