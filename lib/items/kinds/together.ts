import type { Timeline } from '../../tcp/peers/timeline'
import { timelineOf } from '../../tcp/peers/timeline-of'
import type { State } from '../../tcp/states'
import { withDistractors } from '../distractors'
import { explanation } from '../explanation'
import type { BodyOf } from '../item'
import { nothingYet } from '../paths'
import { type Random, randomFrom, seedOf } from '../random'
import { canMeet, findStatePair, nameOfPair, placesOf, type StatePair, statePairs, verdictOn } from '../state-pairs'
import type { Topic } from '../topics'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'

function pairOption(pair: StatePair): string {
  return optionOf('pair', nameOfPair(pair))
}

/** The pair that an option names, or null. */
export function pairIn(option: string | null): StatePair | null {
  return findStatePair(nameIn(option, 'pair') ?? '')
}

const offered: Kind<'together'>['offered'] = (body) => body.options

const isRight: Kind<'together'>['isRight'] = ({ ask }, option) => {
  const pair = pairIn(option)
  return pair !== null && canMeet(pair) === (ask === 'can')
}

/** The question about one pair: it is the one that can occur, or the one that can't; the others share a state with it. */
function askAbout(pair: StatePair, random: Random): BodyOf<'together'> {
  const others = statePairs.filter((other) => canMeet(other) !== canMeet(pair))
  const shared = (other: StatePair) => other.filter((state) => pair.includes(state)).length
  const near = others.filter((other) => shared(other) > 0)
  const isFresh = (state: State) => state === 'CLOSED' || state === 'LISTEN'
  const tiers = [near.filter((other) => !other.some(isFresh)), near, others.filter((other) => !other.some(isFresh))]
  const options = withDistractors(
    pairOption(pair),
    tiers.map((tier) => tier.map(pairOption)),
    random,
  )
  return { kind: 'together', ask: canMeet(pair) ? 'can' : 'never', options: [...options] }
}

/** The same question with other pairs around the one that it is about. Throws where the name is of no pair. */
export function togetherAround(name: string, random: Random): BodyOf<'together'> {
  const pair = findStatePair(name)
  if (pair === null) throw new Error(`Cannot ask about the pair "${name}": there is none`)
  return askAbout(pair, random)
}

/** The topic under which a pair is practised: that of the state which comes latest in a connection's life. */
function topicOf([one, other]: StatePair): Topic {
  const has = (...some: readonly State[]) => some.includes(one) || some.includes(other)
  if (has('TIME-WAIT')) return 'TIME-WAIT and 2MSL'
  if (has('CLOSING') || (one === other && one === 'SYN-SENT')) return 'simultaneous'
  if (has('CLOSE-WAIT', 'LAST-ACK')) return 'passive close'
  if (has('FIN-WAIT-1', 'FIN-WAIT-2')) return 'active close'
  return has('ESTABLISHED') ? 'established' : 'open'
}

/** A shortest run to a pair as a picture; null where there is none. */
export function drawPair(pair: StatePair): Timeline | null {
  const verdict = verdictOn(pair)
  if (verdict.kind !== 'reached') return null
  return timelineOf(verdict.steps[0]?.before ?? nothingYet, verdict.steps)
}

/** Which pair of states can occur together, or can't: by the exploration of two peers. */
export const together: Kind<'together'> = {
  kind: 'together',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: () =>
    statePairs.map((pair) => {
      const id = `together/${pair.join('/')}`
      return {
        id,
        fact: id,
        topic: topicOf(pair),
        level: canMeet(pair) ? 2 : 3,
        body: askAbout(pair, randomFrom(seedOf(id))),
      }
    }),
  explain: (body, answer) => {
    const key = body.options.filter((option) => isRight(body, option))
    const right = pairIn(key[0] ?? null)
    const given = pairIn(chosen(answer))
    const isWrong = given !== null && right !== null && nameOfPair(given) !== nameOfPair(right)
    // What can occur is shown: the right pair, or the one that was taken for impossible.
    const shown = body.ask === 'can' ? right : isWrong ? given : null
    return explanation({
      key,
      cite: right === null ? '3.3.2' : placesOf(right),
      timeline: shown === null ? null : drawPair(shown),
      parting: isWrong ? { kind: 'pair', pair: given } : null,
    })
  },
}
