import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { continueAttempt, type ExamEvent, endOf, foldAttempt, graceMs, isTimeUp, judgeChange } from './attempt'
import { termsOf } from './clock'

const start = Date.UTC(2026, 2, 8, 6, 30)
const beginning = { startedAt: start, terms: termsOf(45), questions: 3 }
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
  [...foldAttempt(beginning, events).drafts]
    .map(([position, { value, revision }]) => [position, revision, value !== null && 'text' in value && value.text])
    .sort()

describe('endOf', () => {
  test('is the start and the minutes', () => {
    expect(endOf(foldAttempt(beginning, []))).toBe(end)
  })

  test('adds every extension, also over the night on which clocks change', () => {
    const extended = foldAttempt(beginning, [
      { kind: 'extended', id: 'e1', at: start, minutes: 15, by: 'staff' },
      { kind: 'extended', id: 'e2', at: start + 1, minutes: 30, by: 'staff' },
      { kind: 'extended', id: 'e2', at: start + 2, minutes: 30, by: 'staff' },
    ])
    // New York springs forward at 07:00 UTC of that day, within the attempt.
    expect(endOf(extended)).toBe(Date.UTC(2026, 2, 8, 8, 0))
  })

  test('leaves two seconds to what is on its way', () => {
    const attempt = foldAttempt(beginning, [])
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
    const attempt = foldAttempt(beginning, [draft('a', 0, 5, 'x'), flag])
    expect(attempt.flags.get(0)).toMatchObject({ value: true, revision: 1 })
    expect(attempt.drafts.get(0)).toMatchObject({ value: { text: 'x' }, revision: 5 })
  })

  test.each([
    ['after it was handed in', { kind: 'handed in', id: 'h', at: start + 1000, by: null }, start + 1001],
    ['after it was closed', { kind: 'closed', id: 'z', at: end + 60_000 }, start + 1001],
    ['after the grace', { kind: 'started', id: 's', at: start }, end + graceMs + 1],
  ] as const)('takes nothing %s', (_, event, at) => {
    expect(inForce([event, draft('a', 0, 1, 'late', at)])).toEqual([])
  })

  test('takes what arrives within the grace', () => {
    expect(inForce([draft('a', 0, 1, 'just', end + graceMs)])).toEqual([[0, 1, 'just']])
  })

  test('ends once: by hand-in where that came in time, else by time, at the end itself', () => {
    const handedIn: ExamEvent = { kind: 'handed in', id: 'h', at: start + 5000, by: null }
    const closed: ExamEvent = { kind: 'closed', id: 'c', at: end + 3_600_000 }
    expect(foldAttempt(beginning, [handedIn, closed]).finished).toEqual({ how: 'handed in', at: start + 5000 })
    expect(foldAttempt(beginning, [closed, handedIn]).finished).toEqual({ how: 'time', at: end })
    const late: ExamEvent = { kind: 'handed in', id: 'h', at: end + graceMs + 1, by: null }
    expect(foldAttempt(beginning, [late]).finished).toBeNull()
    const extension: ExamEvent = { kind: 'extended', id: 'e', at: start, minutes: 1, by: 'staff' }
    expect(foldAttempt(beginning, [extension, late]).finished).toEqual({ how: 'handed in', at: late.at })
    expect(endOf(foldAttempt(beginning, [closed, extension]))).toBe(end)
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
          const [one, two] = [foldAttempt(beginning, events), foldAttempt(beginning, arrived)]
          expect(new Map([...two.drafts].sort())).toEqual(new Map([...one.drafts].sort()))
          expect(new Map([...two.flags].sort())).toEqual(new Map([...one.flags].sort()))
        },
      ),
    )
  })

  test('says the same folded in two parts, and the first part stays as it was', () => {
    const acts: readonly ExamEvent[] = [
      { kind: 'extended', id: 'e', at: start, minutes: 3, by: 'staff' },
      { kind: 'paused', id: 'p', at: start, minutes: 2, by: null },
      { kind: 'resumed', id: 'u', at: start + 5000, by: null },
      { kind: 'handed in', id: 'h', at: start + 6000, by: null },
      { kind: 'reopened', id: 'r', at: start + 7000, minutes: 1, by: 'staff' },
    ]
    const logs = distinct.chain((events) => fc.shuffledSubarray([...events, ...acts]))
    fc.assert(
      fc.property(logs, fc.nat(35), (log, cut) => {
        const first = foldAttempt(beginning, log.slice(0, cut))
        expect(continueAttempt(first, log.slice(cut))).toEqual(foldAttempt(beginning, log))
        expect(first).toEqual(foldAttempt(beginning, log.slice(0, cut)))
      }),
    )
  })

  test('holds at hand-in what was judged taken before it, and nothing judged after', () => {
    fc.assert(
      fc.property(distinct, fc.nat(30), (events, cut) => {
        const log: ExamEvent[] = []
        const last = new Map<string, unknown>()
        for (const [index, event] of events.entries()) {
          if (index === cut) log.push({ kind: 'handed in', id: 'h', at: start, by: null })
          const judged = judgeChange(foldAttempt(beginning, log), event, event.at)
          if (index >= cut) expect(judged).toEqual({ kind: 'refused', error: 'finished' })
          if (judged.kind === 'taken') last.set(`${event.kind} ${event.position}`, event.value)
          log.push(event)
        }
        const { drafts, flags } = foldAttempt(beginning, log)
        const held = [
          ...[...drafts].map(([position, { value }]) => [`draft ${position}`, value] as const),
          ...[...flags].map(([position, { value }]) => [`flag ${position}`, value] as const),
        ]
        expect(new Map<string, unknown>(held.sort())).toEqual(new Map([...last].sort()))
      }),
    )
  })
})

describe('what staff do to an attempt', () => {
  const handedIn: ExamEvent = { kind: 'handed in', id: 'h', at: start + 60_000, by: null }

  test('is opened again with so much time, and goes on where it was', () => {
    const at = end + 600_000
    const opened = foldAttempt(beginning, [
      draft('a', 0, 1, 'kept'),
      { kind: 'closed', id: 'c', at: end + 5000 },
      { kind: 'reopened', id: 'r', at, by: 'staff', minutes: 5 },
      draft('b', 0, 2, 'after', at + 1000),
    ])
    expect([opened.finished, endOf(opened)]).toEqual([null, at + 5 * 60_000])
    expect(opened.drafts.get(0)?.value).toEqual({ text: 'after' })
  })

  test('keeps what is left where that is more', () => {
    const opened = foldAttempt(beginning, [
      handedIn,
      { kind: 'reopened', id: 'r', at: start + 120_000, by: 'staff', minutes: 5 },
    ])
    expect([opened.finished, endOf(opened)]).toEqual([null, end])
  })

  test('opens nothing that is open', () => {
    const event: ExamEvent = { kind: 'reopened', id: 'r', at: start, by: 'staff', minutes: 300 }
    expect(endOf(foldAttempt(beginning, [event]))).toBe(end)
  })

  test('gets answers that the network kept, after the end as well, but none that was answered later', () => {
    const brought = (id: string, position: number, revision: number): ExamEvent => ({
      ...{ kind: 'brought', id, position, revision, by: 'staff', value: { text: 'kept' }, at: end + 3_600_000 },
    })
    const closed: ExamEvent = { kind: 'closed', id: 'c', at: end + 5000 }
    const log = [draft('a', 0, 1, 'old'), draft('b', 1, 5, 'newer'), closed]
    const attempt = foldAttempt(beginning, [...log, brought('x', 0, 2), brought('y', 1, 5), brought('z', 9, 1)])
    expect([...attempt.drafts].map(([position, { value }]) => [position, value])).toEqual([
      [0, { text: 'kept' }],
      [1, { text: 'newer' }],
    ])
    expect(attempt.finished).toEqual({ how: 'time', at: end })
  })

  test('is handed in for its owner, after the end as well, and says by whom', () => {
    const event: ExamEvent = { kind: 'handed in', id: 'h', at: end + 3_600_000, by: 'staff' }
    expect(foldAttempt(beginning, [event]).finished).toEqual({ how: 'handed in', at: event.at, by: 'staff' })
  })

  test('gets other terms while it runs', () => {
    const granted: ExamEvent = {
      kind: 'terms',
      id: 't',
      at: start,
      by: 'staff',
      terms: { ...termsOf(45), factor: 1.5 },
    }
    expect(endOf(foldAttempt(beginning, [granted]))).toBe(start + 67.5 * 60_000)
  })

  test('takes nothing of a question that is passed, where there is no way back', () => {
    const reached: ExamEvent = { kind: 'reached', id: 'r', at: start, position: 1 }
    const change = { kind: 'draft', id: 'd', by: 'tab', position: 0, revision: 1, value: null } as const
    const oneWay = foldAttempt({ ...beginning, terms: { ...termsOf(45), isOneWay: true } }, [reached])
    expect(judgeChange(oneWay, change, start)).toEqual({ kind: 'refused', error: 'passed' })
    expect(judgeChange(oneWay, { ...change, position: 1 }, start)).toEqual({ kind: 'taken' })
    expect(judgeChange(foldAttempt(beginning, [reached]), change, start)).toEqual({ kind: 'taken' })
  })

  test('takes nothing while the clock stands still, but what was on its way, and everything again afterwards', () => {
    const paused: ExamEvent = { kind: 'paused', id: 'p', at: start + 10_000, by: 'staff', minutes: 60 }
    const change = { kind: 'draft', id: 'd', by: 'tab', position: 0, revision: 1, value: { text: 'x' } } as const
    const still = foldAttempt(beginning, [paused])
    expect(judgeChange(still, change, start + 9_999)).toEqual({ kind: 'taken' })
    expect(judgeChange(still, change, start + 11_000)).toEqual({ kind: 'taken' })
    expect(judgeChange(still, change, start + 13_000)).toEqual({ kind: 'refused', error: 'paused' })
    const again = foldAttempt(beginning, [paused, { kind: 'resumed', id: 'q', at: start + 20_000, by: 'staff' }])
    expect(judgeChange(again, change, start + 20_001)).toEqual({ kind: 'taken' })
    expect(endOf(again)).toBe(end + 10_000)
    // Nobody came back: it is over by itself.
    expect(judgeChange(still, change, start + 10_000 + 3_600_000)).toEqual({ kind: 'taken' })
  })
})

describe('judgeChange', () => {
  const attempt = foldAttempt(beginning, [draft('a', 0, 3, 'three')])
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
