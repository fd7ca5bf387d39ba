import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExamEvent, endOf, foldAttempt, graceMs, isTimeUp, judgeChange } from './attempt'

const start = Date.UTC(2026, 2, 8, 6, 30)
const terms = { startedAt: start, minutes: 45, questions: 3 }
const end = start + 45 * 60_000

const draft = (id: string, position: number, revision: number, text: string, at = start): ExamEvent => ({
  kind: 'draft',
  id,
  by: 'tab',
  position,
  revision,
  value: { text },
  at,
})

const inForce = (events: readonly ExamEvent[]) =>
  [...foldAttempt(terms, events).drafts]
    .map(([position, { value, revision }]) => [position, revision, value !== null && 'text' in value && value.text])
    .sort()

describe('endOf', () => {
  test('is the start and the minutes', () => {
    expect(endOf({ startedAt: start, minutes: 45, extraMinutes: 0 })).toBe(end)
  })

  test('adds every extension, also over the night on which clocks change', () => {
    const extended = foldAttempt(terms, [
      { kind: 'extended', id: 'e1', at: start, minutes: 15 },
      { kind: 'extended', id: 'e2', at: start + 1, minutes: 30 },
      { kind: 'extended', id: 'e2', at: start + 2, minutes: 30 },
    ])
    // New York springs forward at 07:00 UTC of that day, within the attempt.
    expect(endOf(extended)).toBe(Date.UTC(2026, 2, 8, 8, 0))
  })

  test('leaves two seconds to what is on its way', () => {
    const attempt = foldAttempt(terms, [])
    expect(isTimeUp(attempt, end + graceMs)).toBe(false)
    expect(isTimeUp(attempt, end + graceMs + 1)).toBe(true)
  })
})

describe('foldAttempt', () => {
  test('keeps the highest revision, whatever comes last', () => {
    expect(inForce([draft('a', 0, 7, 'seven'), draft('c', 0, 8, 'eight'), draft('b', 0, 7, 'late')])).toEqual([
      [0, 8, 'eight'],
    ])
  })

  test('keeps the first of equal revisions', () => {
    expect(inForce([draft('a', 1, 4, 'first'), draft('b', 1, 4, 'second')])).toEqual([[1, 4, 'first']])
  })

  test('counts revisions of answers and of flags apart', () => {
    const flag: ExamEvent = { kind: 'flag', id: 'f', by: 'tab', position: 0, revision: 1, value: true, at: start }
    const attempt = foldAttempt(terms, [draft('a', 0, 5, 'x'), flag])
    expect(attempt.flags.get(0)).toMatchObject({ value: true, revision: 1 })
    expect(attempt.drafts.get(0)).toMatchObject({ value: { text: 'x' }, revision: 5 })
  })

  test.each([
    ['after it was handed in', { kind: 'handed in', id: 'h', at: start + 1000 }, start + 1001],
    ['after it was closed', { kind: 'closed', id: 'z', at: end + 60_000 }, start + 1001],
    ['after the grace', { kind: 'started', id: 's', at: start }, end + graceMs + 1],
  ] as const)('takes nothing %s', (_, event, at) => {
    expect(inForce([event, draft('a', 0, 1, 'late', at)])).toEqual([])
  })

  test('takes what arrives within the grace', () => {
    expect(inForce([draft('a', 0, 1, 'just', end + graceMs)])).toEqual([[0, 1, 'just']])
  })

  test('ends once: by hand-in where that came in time, else by time, at the end itself', () => {
    const handedIn: ExamEvent = { kind: 'handed in', id: 'h', at: start + 5000 }
    const closed: ExamEvent = { kind: 'closed', id: 'c', at: end + 3_600_000 }
    expect(foldAttempt(terms, [handedIn, closed]).finished).toEqual({ how: 'handed in', at: start + 5000 })
    expect(foldAttempt(terms, [closed, handedIn]).finished).toEqual({ how: 'time', at: end })
    const late: ExamEvent = { kind: 'handed in', id: 'h', at: end + graceMs + 1 }
    expect(foldAttempt(terms, [late]).finished).toBeNull()
    const extension: ExamEvent = { kind: 'extended', id: 'e', at: start, minutes: 1 }
    expect(foldAttempt(terms, [extension, late]).finished).toEqual({ how: 'handed in', at: late.at })
    expect(foldAttempt(terms, [closed, extension]).extraMinutes).toBe(0)
  })

  const change = fc.record({
    position: fc.nat(2),
    revision: fc.integer({ min: 1, max: 6 }),
    value: fc.string({ maxLength: 3 }),
    flag: fc.boolean(),
  })
  const eventOf = ({
    position,
    revision,
    value,
    flag,
  }: {
    position: number
    revision: number
    value: string
    flag: boolean
  }) => {
    // One change per question, sort and revision: what a revision says is decided where it is made.
    const base = { id: `${position} ${revision} ${flag}`, by: 'tab', position, revision, at: start }
    return flag
      ? ({ ...base, kind: 'flag', value: revision % 2 === 0 } as const)
      : ({ ...base, kind: 'draft', value: { text: value } } as const)
  }
  const distinct = fc
    .uniqueArray(change, { selector: (made) => eventOf(made).id, maxLength: 30 })
    .map((changes) => changes.map(eventOf))

  test('does not depend on the order of arrival, nor on how often a change arrives', () => {
    fc.assert(
      fc.property(
        distinct.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length })),
        ),
        ([events, arrived]) => {
          const [one, two] = [foldAttempt(terms, events), foldAttempt(terms, arrived)]
          expect(new Map([...two.drafts].sort())).toEqual(new Map([...one.drafts].sort()))
          expect(new Map([...two.flags].sort())).toEqual(new Map([...one.flags].sort()))
        },
      ),
    )
  })

  test('holds at hand-in what was judged taken before it, and nothing judged after', () => {
    fc.assert(
      fc.property(distinct, fc.nat(30), (events, cut) => {
        const log: ExamEvent[] = []
        const last = new Map<string, unknown>()
        for (const [index, event] of events.entries()) {
          if (index === cut) log.push({ kind: 'handed in', id: 'h', at: start })
          const judged = judgeChange(foldAttempt(terms, log), event, event.at)
          if (index >= cut) expect(judged).toEqual({ kind: 'refused', error: 'finished' })
          if (judged.kind === 'taken') last.set(`${event.kind} ${event.position}`, event.value)
          log.push(event)
        }
        const { drafts, flags } = foldAttempt(terms, log)
        const held = [
          ...[...drafts].map(([position, { value }]) => [`draft ${position}`, value] as const),
          ...[...flags].map(([position, { value }]) => [`flag ${position}`, value] as const),
        ]
        expect(new Map<string, unknown>(held.sort())).toEqual(new Map([...last].sort()))
      }),
    )
  })
})

describe('judgeChange', () => {
  const attempt = foldAttempt(terms, [draft('a', 0, 3, 'three')])
  const change = { kind: 'draft', id: 'b', by: 'tab', position: 0, revision: 4, value: null } as const

  test.each([
    ['a following revision', change, start, { kind: 'taken' }],
    ['the same id again', { ...change, id: 'a', revision: 1 }, start, { kind: 'already' }],
    ['an older revision', { ...change, revision: 2 }, start, { kind: 'refused', error: 'older' }],
    ['the revision in force', { ...change, revision: 3 }, start, { kind: 'refused', error: 'older' }],
    ['a question that is not there', { ...change, position: 3 }, start, { kind: 'refused', error: 'no such question' }],
    ['what comes too late', change, end + graceMs + 1, { kind: 'refused', error: 'finished' }],
  ] as const)('judges %s', (_, made, at, judged) => {
    expect(judgeChange(attempt, made, at)).toEqual(judged)
  })
})
