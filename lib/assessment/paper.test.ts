import { describe, expect, test } from 'vitest'
import { deriveBank } from '../items/bank'
import { controlOf } from '../items/kinds/all'
import { topics } from '../items/topics'
import { type Blueprint, blueprintSchema, presetNames, presets } from './blueprint'
import { drawPaper, type PaperQuestion } from './paper'
import { type Candidate, pathLengthOf, planStrata } from './strata'

const candidates: readonly Candidate[] = deriveBank().items.map(({ id, fact, topic, level, body }) => ({
  id,
  fact,
  topic,
  level,
  pathLength: pathLengthOf(body),
  form: controlOf(body),
}))

function draw(blueprint: Blueprint, seed: number, avoidItemIds?: ReadonlySet<string>) {
  const drawn = drawPaper({ blueprint, candidates, seed, ...(avoidItemIds && { avoidItemIds }) })
  if (drawn.kind === 'short') throw new Error(`Short of ${drawn.topic}, level ${drawn.level}`)
  return drawn.questions
}

function countBy(questions: readonly PaperQuestion<Candidate>[], name: (item: Candidate) => string) {
  const counts = new Map<string, number>()
  for (const { item } of questions) counts.set(name(item), (counts.get(name(item)) ?? 0) + 1)
  return Object.fromEntries([...counts].sort())
}

const stratum = ({ topic, level, pathLength }: Candidate) => `${topic}, ${level}, ${pathLength}`

describe.each(presetNames)('a paper of the blueprint %s', (name) => {
  const blueprint: Blueprint = presets[name]

  test('is drawn from a blueprint that parses', () => {
    expect(blueprintSchema.parse(blueprint)).toEqual(blueprint)
  })

  test('has the counts of every other of a thousand, in each stratum', () => {
    const first = draw(blueprint, 0)
    expect(first).toHaveLength(blueprint.questions)
    const papers = new Set<string>()
    for (let seed = 0; seed < 1000; seed++) {
      const questions = draw(blueprint, seed)
      expect(countBy(questions, stratum)).toEqual(countBy(first, stratum))
      expect(new Set(questions.map(({ item }) => item.fact)).size).toBe(blueprint.questions)
      expect(questions.every(({ item }) => (blueprint.forms as readonly string[]).includes(item.form))).toBe(true)
      papers.add(questions.map(({ item }) => item.id).join())
    }
    expect(papers.size).toBe(1000)
  })

  test('is the same for the same seed, and gives each showing a seed of its own', () => {
    expect(draw(blueprint, 7)).toEqual(draw(blueprint, 7))
    expect(new Set(draw(blueprint, 7).map(({ seed }) => seed)).size).toBe(blueprint.questions)
  })

  test('avoids the items of an earlier one as far as there are others', () => {
    const earlier = new Set(draw(blueprint, 1).map(({ item }) => item.id))
    const again = draw(blueprint, 2, earlier)
    expect(countBy(again, stratum)).toEqual(countBy(draw(blueprint, 1), stratum))
    expect(again.filter(({ item }) => earlier.has(item.id)).length).toBeLessThan(blueprint.questions / 4)
  })
})

test('a paper has exactly the questions that largest remainders give to each topic and level', () => {
  const questions = draw(presets.midterm, 3)
  expect(countBy(questions, ({ topic }) => topic)).toEqual({
    'TIME-WAIT and 2MSL': 2,
    'abort and reset': 2,
    'active close': 3,
    established: 2,
    open: 4,
    'passive close': 3,
    'sequence numbers': 2,
    simultaneous: 2,
  })
  expect(countBy(questions, ({ level }) => String(level))).toEqual({ 1: 8, 2: 8, 3: 4 })
})

const only = (topic: (typeof topics)[number]) =>
  Object.fromEntries(topics.map((other) => [other, other === topic ? 1 : 0])) as Blueprint['topics']

describe('a blueprint that the bank cannot fill', () => {
  test('is refused with the stratum that is short', () => {
    const blueprint = { ...presets.midterm, questions: 40, topics: only('established'), levels: { 1: 1, 2: 0, 3: 0 } }
    expect(drawPaper({ blueprint, candidates, seed: 1 })).toEqual({
      kind: 'short',
      topic: 'established',
      level: 1,
      wanted: 40,
      available: 1,
    })
  })

  test('is refused where two strata want the same facts', () => {
    const base = { topic: 'open', level: 1, pathLength: 'no run', form: 'choice' } as const
    const shared: readonly Candidate[] = [
      { ...base, id: 'a', fact: 'f' },
      { ...base, id: 'b', fact: 'f', level: 2 },
    ]
    const blueprint = { ...presets.ruankao, questions: 2, topics: only('open'), levels: { 1: 1, 2: 1, 3: 0 } }
    expect(planStrata(blueprint, shared).kind).toBe('planned')
    expect(drawPaper({ blueprint, candidates: shared, seed: 1 })).toEqual({
      kind: 'short',
      topic: 'open',
      level: 2,
      wanted: 1,
      available: 0,
    })
  })

  test('is filled where holders of a shared fact can move on', () => {
    const base = { topic: 'open', level: 1, pathLength: 'no run', form: 'choice' } as const
    const shared: readonly Candidate[] = [
      { ...base, id: 'a', fact: 'f' },
      { ...base, id: 'b', fact: 'g' },
      { ...base, id: 'c', fact: 'f', level: 2 },
    ]
    const blueprint = { ...presets.ruankao, questions: 2, topics: only('open'), levels: { 1: 1, 2: 1, 3: 0 } }
    for (let seed = 0; seed < 20; seed++) {
      const drawn = drawPaper({ blueprint, candidates: shared, seed })
      expect(drawn.kind === 'drawn' && drawn.questions.map(({ item }) => item.id).sort()).toEqual(['b', 'c'])
    }
  })
})

test.each([
  { questions: 0 },
  { questions: 61 },
  { minutes: Number.NaN },
  { minutes: 1e9 },
  { points: -1 },
  { forms: [] },
  { topics: only('open'), levels: { 1: 0, 2: 0, 3: 0 } },
  { topics: { open: 1 } },
  { score: 100 },
])('a blueprint with %j does not parse', (change) => {
  expect(blueprintSchema.safeParse({ ...presets.midterm, ...change }).success).toBe(false)
})
