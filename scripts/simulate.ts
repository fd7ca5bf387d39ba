// npm run simulate: a thousand learners with known memories review for a year as our scheduler asks. Writes
// docs/simulation.md and its plot, and ends with 1 where true retention is more than 2 points away from the desired one.
import { writeFileSync } from 'node:fs'
import { default_w } from 'ts-fsrs'
import { randomFrom } from '../lib/items/random'
import { defaultScheduling } from '../lib/review/scheduler'
import { simulate } from '../lib/review/simulate'

const desired = [0.75, 0.8, 0.85, 0.9, 0.95] as const
const learnersEach = 200
const allowed = 0.02

/** Everybody's memory is different: each weight of FSRS is moved by up to a quarter. */
function weightsOf(seed: number): readonly number[] {
  const chance = randomFrom(seed)
  return default_w.map((weight) => weight * (0.75 + chance() / 2))
}

type Level = {
  readonly retention: number
  readonly reviews: number
  /** Over all reviews, and each learner's own. */
  readonly mean: number
  readonly learners: readonly number[]
}

const levels = desired.map((retention, index): Level => {
  const outcomes = Array.from({ length: learnersEach }, (_, learner) => {
    const seed = 1 + index * learnersEach + learner
    const scheduling = { ...defaultScheduling, retention, weights: weightsOf(seed) }
    return simulate({ scheduling, cards: 100, newPerDay: 10, days: 365, seed })
  })
  const reviews = outcomes.reduce((sum, outcome) => sum + outcome.reviews, 0)
  const remembered = outcomes.reduce((sum, outcome) => sum + outcome.remembered, 0)
  const learners = outcomes.map((outcome) => outcome.remembered / outcome.reviews).sort((a, b) => a - b)
  return { retention, reviews, mean: remembered / reviews, learners }
})

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const at = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0

const rows = levels.map(({ retention, reviews, mean, learners }) => {
  const spread = `${percent(at(learners, 0.05))} to ${percent(at(learners, 0.95))}`
  const points = ((mean - retention) * 100).toFixed(2)
  return `| ${percent(retention)} | ${percent(mean)} | ${points} | ${spread} | ${reviews.toLocaleString('en')} |`
})

writeFileSync('docs/simulation.svg', plot(levels))
writeFileSync(
  'docs/simulation.md',
  `# A thousand learners for a year

What the scheduler promises is that a card comes back when it is remembered with the desired chance. Here are
${levels.length * learnersEach} learners with ${100} cards each whose memories are known: each weight of FSRS-6 is moved by up to a quarter, each in its own way, and
whether a card is remembered is drawn with the chance that this memory has on that day. The scheduler knows the weights, as
it does after training. Steps, whole days, fuzz and load balance are those of the app (\`lib/review/simulate.ts\`).
\`npm run simulate\` writes this page.

| desired | true | points off | nine learners of ten | reviews |
|--:|--:|--:|--:|--:|
${rows.join('\n')}

![True retention against the desired one](simulation.svg)

Counted are reviews of cards in phase review, as on the page of one's progress. What is not simulated: days without a
review, which make retention lower, and memories that do not work as FSRS says.
`,
)
console.log(rows.join('\n'))
const worst = Math.max(...levels.map(({ mean, retention }) => Math.abs(mean - retention)))
console.log(JSON.stringify({ learners: levels.length * learnersEach, worstPoints: Number((worst * 100).toFixed(2)) }))
process.exitCode = worst <= allowed ? 0 : 1

/** Desired retention to the right, true retention up; a bar spans nine learners of ten, the band is what is allowed. */
function plot(shown: readonly Level[]): string {
  const [size, margin, low, high] = [420, 50, 0.7, 1]
  const x = (share: number) => margin + ((share - low) / (high - low)) * (size - margin - 10)
  const y = (share: number) => size - margin - ((share - low) / (high - low)) * (size - margin - 10)
  const line = (from: readonly [number, number], to: readonly [number, number], look: string) =>
    `<line x1="${x(from[0])}" y1="${y(from[1])}" x2="${x(to[0])}" y2="${y(to[1])}" ${look}/>`
  const ticks = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1].map(
    (share) =>
      `<text x="${x(share)}" y="${size - margin + 18}" text-anchor="middle">${Math.round(share * 100)}</text>` +
      `<text x="${margin - 8}" y="${y(share) + 4}" text-anchor="end">${Math.round(share * 100)}</text>` +
      line([share, low], [share, high], 'stroke="#ddd"') +
      line([low, share], [high, share], 'stroke="#ddd"'),
  )
  const band = `<polygon points="${x(low)},${y(low + allowed)} ${x(high - allowed)},${y(high)} ${x(high)},${y(high)} ${x(high)},${y(high - allowed)} ${x(low + allowed)},${y(low)} ${x(low)},${y(low)}" fill="#cfe3f5"/>`
  const points = shown.map(
    ({ retention, mean, learners }) =>
      line([retention, at(learners, 0.05)], [retention, at(learners, 0.95)], 'stroke="#1b5e9b" stroke-width="2"') +
      `<circle cx="${x(retention)}" cy="${y(mean)}" r="4" fill="#1b5e9b"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" font-family="sans-serif" font-size="12" role="img" aria-label="True retention against the desired one, in percent">
<rect width="${size}" height="${size}" fill="#fff"/>
${band}
${ticks.join('\n')}
${line([low, low], [high, high], 'stroke="#777" stroke-dasharray="4 4"')}
${points.join('\n')}
<text x="${size / 2}" y="${size - 8}" text-anchor="middle">desired retention, %</text>
<text x="14" y="${size / 2}" text-anchor="middle" transform="rotate(-90 14 ${size / 2})">true retention, %</text>
</svg>
`
}
