import { describe, expect, it } from 'vitest'
import { otherSide, type Side } from '../../tcp/peers/configuration'
import { formatSegment } from '../../tcp/segment'
import { explainedOf, nameOfSeen, type Seen, seenAt } from '../captures'
import { freshBody } from '../fresh'
import type { BodyOf } from '../item'
import { pathNames, selectPath } from '../paths'
import { readGiven, showOptions } from '../shown'
import { partOf, playWhole } from '../whole-runs'
import { fillDiagram } from './fill-diagram'

type Body = BodyOf<'fill-diagram'>

const items = fillDiagram.make()
const key = (body: Body) => fillDiagram.explain(body, { form: 'text', text: '' }).key

/** Each way to put different options into so many gaps. */
function fillings(options: readonly string[], gaps: number): readonly (readonly string[])[] {
  if (gaps === 0) return [[]]
  return options.flatMap((option) =>
    fillings(
      options.filter((other) => other !== option),
      gaps - 1,
    ).map((rest) => [option, ...rest]),
  )
}

/** A segment read off an option. */
function segmentIn(option: string): Seen['segment'] {
  const number = (name: string) => option.match(new RegExp(`<${name}=(\\d+)>`))?.[1]
  const ack = number('ACK')
  const ctl = (option.match(/<CTL=([A-Z,]+)>/)?.[1] ?? '').split(',') as unknown as Seen['segment']['ctl']
  return {
    seq: Number(number('SEQ')),
    ack: ack === undefined ? null : Number(ack),
    ctl,
    len: Number(number('DATA') ?? 0),
  }
}

/** Whether some run of two peers sends what a filled diagram shows, seen at A: another way than that of the path. */
function isExplained({ path, lines }: Body, filled: readonly string[]): boolean {
  const name = selectPath(path).name
  const run = partOf(playWhole(name, { A: 100, B: 300 }))
  const missing = lines.map((line) => formatSegment(selectPath(path).lines[line]?.sent[0]?.segment ?? segmentIn('')))
  const seen = seenAt('A', run.steps).map((one) => {
    const gap = missing.indexOf(formatSegment(one.segment))
    return gap < 0 ? one : { from: one.from, segment: segmentIn(filled[gap] ?? '') }
  })
  const isnOf = (side: Side) =>
    seen.find(({ from, segment }) => from === side && segment.ctl.includes('SYN'))?.segment.seq ?? run.start.iss[side]
  const start = { ...run.start, iss: { A: isnOf('A'), B: isnOf('B') } }
  const lost = run.steps.some(({ move }) => move.kind === 'lose')
  return explainedOf({ point: 'A', start, lost }, seen) === seen.length
}

describe('a diagram with gaps', () => {
  it('is made of every path but the one of two segments, with one to three missing', () => {
    expect(new Set(items.map(({ body }) => body.path)).size).toBe(pathNames.length - 1)
    const counts = [1, 2, 3].map((gaps) => items.filter(({ body }) => body.lines.length === gaps).length)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(items.length)
    expect(counts.every((count) => count > 0)).toBe(true)
  })

  it('has one right filling, and no other that any run of two peers explains: each tried', () => {
    for (const { id, body } of items) {
      const right = key(body)
      const explained = fillings(body.options, body.lines.length).filter((filled) => isExplained(body, filled))
      expect([id, explained]).toEqual([id, [right]])
    }
  })

  it('marks each filling as right or wrong, and says at which gap and field it parts', () => {
    for (const { id, body } of items) {
      const right = key(body)
      for (const options of fillings(body.options, body.lines.length)) {
        const gap = right.findIndex((option, at) => options[at] !== option)
        expect([id, fillDiagram.score(body, { form: 'fill', options })]).toEqual([id, gap < 0])
        const { parting } = fillDiagram.explain(body, { form: 'fill', options })
        if (gap < 0) expect(parting).toBeNull()
        else expect(parting, id).toMatchObject({ kind: 'gap', gap: gap + 1 })
      }
    }
  })

  it('leaves of each peer a segment in sight, and out nothing that stands elsewhere', () => {
    for (const { id, body } of items) {
      for (const seed of [1, 2, 3, 4]) {
        const fresh = freshBody(body, '', seed)
        if (fresh.kind !== 'fill-diagram') throw new Error(id)
        const left = selectPath(fresh.path).lines.flatMap(({ sent }, line) => (fresh.lines.includes(line) ? [] : sent))
        for (const side of ['A', 'B'] as const)
          expect(
            left.some(({ from }) => from === otherSide(side)),
            id,
          ).toBe(true)
        for (const option of key(fresh))
          expect(left.map((one) => `segment:${nameOfSeen(one).slice(2)}`)).not.toContain(option)
        expect(fillDiagram.score(fresh, { form: 'fill', options: key(fresh) }), id).toBe(true)
      }
    }
  })

  it('is answered by the places of what was shown, one for each gap', () => {
    const body = items.find((item) => item.body.lines.length === 2)?.body
    if (body === undefined) throw new Error('None with two gaps')
    const shown = showOptions(body, 3)
    const places = key(body).map((option) => shown.indexOf(option))
    expect(readGiven(body, shown, { fill: places })).toEqual({ form: 'fill', options: key(body) })
    expect(readGiven(body, shown, { fill: [0, 0] })).toBeNull()
    expect(readGiven(body, shown, { fill: [0, 63] })).toBeNull()
    expect(readGiven(body, shown, { order: places })).toBeNull()
    expect(fillDiagram.score(body, { form: 'fill', options: key(body).slice(1) })).toBe(false)
  })
})
