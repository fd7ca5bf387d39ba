import { describe, expect, it } from 'vitest'
import type { Passed } from '../../observer/passed'
import { has, segEnd, segLen } from '../../tcp/segment'
import { add, isBefore } from '../../tcp/sequence'
import { freshBody } from '../fresh'
import type { BodyOf } from '../item'
import { segmentsOf, selectPath } from '../paths'
import { brokenIn, figureIsns, traceOf } from '../traces'
import { verifyItem } from '../verify'
import { faultyTrace, impossibleSegment } from './impossible-segment'

const items = impossibleSegment.make()

/** What is wrong with a segment by a plain reading of the trace before it, without the observer; null where nothing is. */
function wrongWith(trace: readonly Passed[], at: number): string | null {
  const passed = trace[at]
  if (passed === undefined) return null
  const { from, segment } = passed
  const own = trace.slice(0, at).filter((one) => one.from === from)
  const others = trace.slice(0, at).filter((one) => one.from !== from)
  if (has(segment, 'SYN') && has(segment, 'RST')) return 'RST with SYN'
  if (has(segment, 'RST')) return null
  if (segment.ack === null && !has(segment, 'SYN')) return 'no ACK'
  const ack = segment.ack
  if (ack !== null && !others.some((one) => !isBefore(segEnd(one.segment), ack))) return 'ACK of what was never sent'
  const opened = own.find((one) => has(one.segment, 'SYN'))
  if (has(segment, 'SYN'))
    return opened === undefined || opened.segment.seq === segment.seq ? null : 'SYN,ACK without SYN'
  const fin = own.find((one) => has(one.segment, 'FIN'))
  if (fin === undefined || segLen(segment) === 0) return null
  const isAfter = isBefore(add(segEnd(fin.segment), -1), segEnd(segment)) && segEnd(segment) !== segEnd(fin.segment)
  return isAfter ? (segment.len > 0 ? 'text after FIN' : 'second FIN') : null
}

const readPlainly = (trace: readonly Passed[]) =>
  trace.flatMap((_, at) => {
    const rule = wrongWith(trace, at)
    return rule === null ? [] : [{ at, rule }]
  })

describe('the traces without a fault', () => {
  it.each(['normal-close', 'lost-last-ack', 'refused'])(
    '%s: the segments of the path, after those that open it',
    (path) => {
      const own = segmentsOf(selectPath(path)).map(({ segment }) => segment)
      expect(
        traceOf(path, figureIsns)
          .slice(-own.length)
          .map(({ segment }) => segment),
      ).toEqual(own)
      expect(traceOf(path, figureIsns)[0]?.segment.ctl).toEqual(['SYN'])
    },
  )

  it('break no rule, whatever the numbers', () => {
    for (const { body } of items) expect(brokenIn(traceOf(body.path, { A: 4294967200, B: 77 }))).toEqual([])
  })
})

describe('the questions', () => {
  it('are so many, about six rules', () => {
    const count: Record<string, number> = {}
    for (const { fact } of items) count[fact] = (count[fact] ?? 0) + 1
    expect(count).toMatchInlineSnapshot(`
      {
        "broken/ack-of-what-was-never-sent": 8,
        "broken/no-ack": 7,
        "broken/rst-with-syn": 8,
        "broken/second-fin": 5,
        "broken/syn-ack-without-syn": 7,
        "broken/text-after-fin": 5,
      }
    `)
  })

  it('differ from what the machine sends in one segment, which a plain reading finds as well', () => {
    for (const { id, fact, body } of items) {
      const trace = faultyTrace(body)
      const sound = traceOf(body.path, body.isns)
      expect(
        trace.flatMap((passed, at) => (JSON.stringify(passed) === JSON.stringify(sound[at]) ? [] : [at])),
        id,
      ).toEqual([body.at])
      const found = readPlainly(trace)
      expect(brokenIn(trace), id).toEqual(found)
      expect(
        found.map(({ at }) => at),
        id,
      ).toEqual([body.at])
      expect(fact, id).toBe(`broken/${found[0]?.rule.toLowerCase().replace(/[ ,]+/g, '-')}`)
    }
  })

  it('offer four segments of the trace, and one of them is right', () => {
    for (const { id, body } of items) {
      const all = faultyTrace(body).map((_, at) => `passed:${at + 1}`)
      expect(
        body.options.filter((option) => !all.includes(option)),
        id,
      ).toEqual([])
      const right = body.options.filter((option) => impossibleSegment.isRight(body, option))
      expect(right, id).toEqual([`passed:${body.at + 1}`])
    }
  })

  it('stand with any initial sequence numbers, near the end of the sequence space as well', () => {
    for (const { id, fact, body } of items) {
      for (let seed = 1; seed <= 2; seed++) {
        const fresh = freshBody(body, fact, seed) as BodyOf<'impossible-segment'>
        expect(fresh.isns, id).not.toEqual(body.isns)
        expect(
          brokenIn(faultyTrace(fresh)).map(({ at }) => at),
          id,
        ).toEqual([body.at])
      }
      const late = { ...body, isns: { A: 4294967290, B: 4294967295 } }
      expect(
        brokenIn(faultyTrace(late)).map(({ at }) => at),
        id,
      ).toEqual([body.at])
    }
  })

  it('are flawed where the fault does not show, where none can be, and where there is no such path', () => {
    const [item] = items
    if (item === undefined) throw new Error('No question')
    expect(verifyItem(item)).toEqual([])
    for (const other of [
      { at: 0, fault: 'carries text' },
      { at: 99 },
      { path: 'nowhere' },
      { at: 4, fault: 'carries FIN' },
    ])
      expect(verifyItem({ id: item.id, body: { ...item.body, ...other } }), JSON.stringify(other)).not.toEqual([])
  })

  it('say of a segment that is sound what its sender is in', () => {
    const [item] = items
    if (item === undefined) throw new Error('No question')
    const other = item.body.options.find((option) => !impossibleSegment.isRight(item.body, option)) ?? ''
    const { parting } = impossibleSegment.explain(item.body, { form: 'choice', option: other })
    expect(parting).toMatchObject({ kind: 'sendable', number: Number(other.replace('passed:', '')) })
    expect(impossibleSegment.score(item.body, { form: 'choice', option: other })).toBe(false)
  })
})
