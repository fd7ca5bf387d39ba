import { describe, expect, it } from 'vitest'
import { fillDiagram } from '../items/kinds/fill-diagram'
import { creditFor } from './credit'
import { guessAt } from './guessing'

const bodies = fillDiagram.make().map(({ body }) => body)

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

describe('the gaps of a diagram', () => {
  it('earn their share, and nothing under the whole rule unless all are right', () => {
    for (const body of bodies) {
      const { key } = fillDiagram.explain(body, { form: 'text', text: '' })
      for (const options of fillings(body.options, body.lines.length)) {
        const right = key.filter((option, gap) => options[gap] === option).length
        const answer = { form: 'fill', options } as const
        expect(creditFor(body, answer, 'partial')).toBe(Math.floor((100 * right) / key.length))
        expect(creditFor(body, answer, 'whole')).toBe(right === key.length ? 100 : 0)
      }
    }
  })

  it('are guessed right once in as many fillings as there are, and else earn the mean of the others', () => {
    for (const body of bodies) {
      const { key } = fillDiagram.explain(body, { form: 'text', text: '' })
      const all = fillings(body.options, body.lines.length)
      const credits = all.map((options) => creditFor(body, { form: 'fill', options }, 'partial'))
      const wrong = credits.filter((credit) => credit < 100)
      const guess = guessAt(body, 'partial')
      expect(guess.right).toBeCloseTo(1 / all.length, 12)
      expect(guess.wrong).toBeCloseTo(wrong.reduce((sum, credit) => sum + credit, 0) / wrong.length / 100, 12)
      expect(key.length).toBe(body.lines.length)
    }
  })
})
