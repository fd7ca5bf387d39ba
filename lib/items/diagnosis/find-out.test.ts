import { describe, expect, it } from 'vitest'
import { deriveBank } from '../bank'
import { type Random, randomFrom } from '../random'
import { layOut } from './choose-question'
import { type Asked, findNextQuestion, mostQuestions, posteriorOf } from './find-out'
import { answerOf } from './learner.testing'
import { likelihoodOf, usualNoise } from './likelihood'
import { outcomeOf } from './outcome'
import { likeliest, prior, updated } from './posterior'

const { items } = deriveBank()
const questions = layOut(items)
const sought = [...posteriorOf(questions, []).beliefs.keys()]

/** How many learners hold each belief; more for figures than for a test: DIAGNOSIS_LEARNERS=20 npx vitest run find-out. */
const each = Number(process.env.DIAGNOSIS_LEARNERS ?? 2)

type Outcome = { readonly told: string | null; readonly asked: number }

function toldOf(outcome: ReturnType<typeof outcomeOf>): string | null {
  return outcome.kind === 'held' ? outcome.id : outcome.kind === 'none' ? null : outcome.kind
}

/** A learner who holds one belief (or none) is asked to the end. */
function askToTheEnd(belief: string | null, random: Random): Outcome {
  const asked: Asked[] = []
  for (;;) {
    const next = findNextQuestion(questions, asked)
    if (next === null) return { told: toldOf(outcomeOf(questions, asked)), asked: asked.length }
    asked.push({ ...next, answer: answerOf(next.body, belief, usualNoise, random) })
  }
}

/** Items at random instead, without one twice: what is told after each. */
function askAtRandom(belief: string | null, random: Random, count: number): readonly (string | null)[] {
  let posterior = prior(sought)
  const left = [...items]
  return Array.from({ length: count }, () => {
    const [item] = left.splice(Math.floor(random() * left.length), 1)
    if (item !== undefined)
      posterior = updated(posterior, likelihoodOf(item.body, answerOf(item.body, belief, usualNoise, random)))
    return likeliest(posterior)
  })
}

const holders = sought.flatMap((belief, index) =>
  Array.from({ length: each }, (_, round) => ({ belief, seed: 1000 * round + index })),
)
const outcomes = holders.map(({ belief, seed }) => ({ belief, ...askToTheEnd(belief, randomFrom(seed)) }))
const straight = Array.from({ length: 25 * each }, (_, seed) => askToTheEnd(null, randomFrom(777_000 + seed)))

const shareOf = (right: number, all: number) => Math.round((1000 * right) / all) / 10
const found = shareOf(outcomes.filter(({ belief, told }) => belief === told).length, outcomes.length)
const cleared = shareOf(straight.filter(({ told }) => told === null).length, straight.length)

describe('finding out what a made-up learner believes (slip 10 %, guess 25 %)', () => {
  it('names the belief of at least nine in ten, after twelve questions at most', () => {
    if (each > 4) {
      const mean = outcomes.reduce((sum, { asked }) => sum + asked, 0) / outcomes.length
      const missed = new Map<string, number>()
      for (const { belief, told } of outcomes)
        if (belief !== told) missed.set(`${belief} -> ${told}`, (missed.get(`${belief} -> ${told}`) ?? 0) + 1)
      console.log(
        `${sought.length} beliefs, ${outcomes.length} learners: ${found} % named, ${mean.toFixed(1)} questions`,
      )
      console.log(`${straight.length} learners who hold none: ${cleared} % told so`)
      console.log(
        [...missed]
          .toSorted((a, b) => b[1] - a[1])
          .slice(0, 15)
          .map((one) => one.join(' '))
          .join('\n'),
      )
    }
    expect(found).toBeGreaterThanOrEqual(90)
    for (const { asked } of outcomes) expect(asked).toBeLessThanOrEqual(mostQuestions)
  })

  it('tells at least 19 in 20 of those who hold none that they hold none', () => {
    expect(cleared).toBeGreaterThanOrEqual(95)
  })

  it('takes more than twenty-five where they are chosen at random', () => {
    const many = each > 4 ? 400 : 25
    const runs = holders
      .slice(0, sought.length)
      .map(({ belief, seed }) => askAtRandom(belief, randomFrom(seed), many).map((told) => told === belief))
    const rightAfter = (count: number) => shareOf(runs.filter((run) => run[count - 1]).length, runs.length)
    if (each > 4)
      console.log(
        [12, 25, 50, 100, 200, 300, 400].map((count) => `${count} at random: ${rightAfter(count)} %`).join(', '),
      )
    expect(rightAfter(25)).toBeLessThan(50)
  })
})
