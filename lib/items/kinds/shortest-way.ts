import type { Run } from '../../tcp/run'
import { type State, states } from '../../tcp/states'
import { withDistractors } from '../distractors'
import { explanation, type Parting, ruleOf } from '../explanation'
import type { BodyOf } from '../item'
import { type Random, randomFrom, seedOf, shuffled } from '../random'
import { endOfWay, findWay, followWay, nameOfWay, pairsWithAWay, shortestWays, type Way, waysOf } from '../ways'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'
import { topicOfPair } from './possible'

type Query = Pick<BodyOf<'shortest-way'>, 'from' | 'to'>

function wayOption(way: Way): string {
  return optionOf('way', nameOfWay(way))
}

/** The way that an option names, or null. */
export function wayIn(option: string | null): Way | null {
  return findWay(nameIn(option, 'way'))
}

const offered: Kind<'shortest-way'>['offered'] = (body) => body.options

/** A way is right that leads there and is no longer than the shortest that the search finds. */
const isRight: Kind<'shortest-way'>['isRight'] = ({ from, to }, option) => {
  const way = wayIn(option)
  return way !== null && endOfWay(from, way) === to && way.length === shortestWays(from, to)[0]?.length
}

/**
 * The question with one of the shortest ways, one that is a step longer, and others as long as the shortest that lead
 * elsewhere: the same steps in another order, or the same beginning.
 */
function askFor({ from, to }: Query, random: Random): BodyOf<'shortest-way'> {
  const [right = []] = shuffled(shortestWays(from, to), random)
  const elsewhere = waysOf(from, right.length).filter((other) => other.to !== to)
  const longer = shuffled(
    waysOf(from, right.length + 1).filter((other) => other.to === to),
    random,
  )
  const swapped = right.slice(1).map((doing, index) => right.toSpliced(index, 2, doing, right[index] ?? doing))
  const likeIt = elsewhere.filter(({ way }) => way[0] === right[0] || way.at(-1) === right.at(-1))
  const tiers = [
    longer.slice(0, 1).map(({ way }) => way),
    swapped.filter((way) => endOfWay(from, way) !== to),
    likeIt.map(({ way }) => way),
    elsewhere.map(({ way }) => way),
  ]
  const options = withDistractors(
    wayOption(right),
    tiers.map((tier) => tier.map(wayOption)),
    random,
  )
  return { kind: 'shortest-way', from, to, options: [...options] }
}

/** The same question with other ways around a right one; `name` is the pair of states, `LISTEN/CLOSING`. */
export function waysAround(name: string, random: Random): BodyOf<'shortest-way'> {
  const [from, to] = name.split('/').map((one) => states.find((state) => state === one))
  if (from === undefined || to === undefined) throw new Error(`Cannot ask the way "${name}": no such states`)
  return askFor({ from, to }, random)
}

/** The runs of a way as one proof: all moves in order, and where they end. */
function runAlong(from: State, way: Way): Run | null {
  const runs = followWay(from, way)
  const last = runs.at(-1)
  if (last === undefined) return null
  return {
    ...last,
    moves: runs.flatMap(({ moves }) => moves),
    emits: runs.flatMap(({ emits }) => emits),
    responses: runs.flatMap(({ responses }) => responses),
  }
}

function partingOf({ from, to }: Query, way: Way, right: Way): Parting {
  const end = endOfWay(from, way)
  if (end === to) return { kind: 'longer', steps: way.length, least: right.length }
  const last = followWay(from, way).at(-1)
  return { kind: 'ends in', state: end, cite: last === undefined ? '3.3.2' : ruleOf(last).cite }
}

/** What is the shortest way from one state to another? The key is found by search. */
export const shortestWay: Kind<'shortest-way'> = {
  kind: 'shortest-way',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    pairsWithAWay().map((pair) => {
      const id = `way/${pair.from}/${pair.to}`
      return {
        id: `shortest-${id}`,
        fact: id,
        topic: topicOfPair(pair.from, pair.to),
        level: shortestWays(pair.from, pair.to)[0]?.length === 2 ? 2 : 3,
        body: askFor(pair, randomFrom(seedOf(id))),
      }
    }),
  explain: (body, answer) => {
    const key = body.options.filter((option) => isRight(body, option))
    const right = wayIn(key[0] ?? null)
    const given = wayIn(chosen(answer))
    const runs = right === null ? [] : followWay(body.from, right)
    const isWrong = given !== null && right !== null && nameOfWay(given) !== nameOfWay(right)
    return explanation({
      key,
      cite: [...new Set(runs.flatMap((run) => ruleOf(run).cite.split(', ')))].join(', '),
      run: right === null ? null : runAlong(body.from, right),
      parting: isWrong ? partingOf(body, given, right) : null,
    })
  },
}
