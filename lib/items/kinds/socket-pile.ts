import { canon } from '../../misconceptions/machine'
import { type Actor, actors } from '../../observer/findings'
import { type EventName, eventNames } from '../../tcp/events'
import { type State, states } from '../../tcp/states'
import { withDistractors } from '../distractors'
import { explanation, type Parting, runOfRule } from '../explanation'
import type { BodyOf, Item } from '../item'
import { randomFrom, seedOf } from '../random'
import { type Lister, listers, type Piling, pileAsks, pileIn, piling, printSockets } from '../sockets'
import type { Topic } from '../topics'
import { actorIn, believedToMove, canMove, waysOn } from '../ways-on'
import { chosen, type Kind, nameIn, optionOf, scoreChoice } from './kind'

type Listed = Pick<BodyOf<'socket-pile'>, 'lister' | 'pile' | 'seed'>

const offered: Kind<'socket-pile'>['offered'] = (body) => body.options

/** The state of the pile is read from the listing, as a person reads it; where it leads is the machine's. */
const isRight: Kind<'socket-pile'>['isRight'] = (body, option, by = canon) => {
  const state = readPile(body)
  if (state === null) return false
  switch (body.asks) {
    case 'happened':
      return nameIn(option, 'story') === state
    case 'on':
      return waysOn(state, by).some(({ on }) => on === nameIn(option, 'mover'))
    case 'who':
      return nameIn(option, 'actor') === actorIn(state, by)
  }
}

/** The state of which the listing has most. */
function readPile(listed: Listed): State | null {
  const known = readOnce.get(listed)
  if (known !== undefined) return known
  const state = pileIn(printSockets(listed))
  readOnce.set(listed, state)
  return state
}

/** A listing is read once for each body, though each of its options asks. */
const readOnce = new WeakMap<Listed, State | null>()

/** What might be thought to take a connection on. */
const movers: readonly EventName[] = [
  'CLOSE',
  'SEND',
  'RECEIVE',
  'rcv SYN,ACK',
  'rcv ACK',
  'rcv FIN',
  'RETRANSMISSION TIMEOUT',
  'TIME-WAIT TIMEOUT',
]

/** The states that are taken for this one: its mirror at the other end, then those of the same course. */
const mirrors: Readonly<Record<Piling, readonly Piling[]>> = {
  'SYN-SENT': ['SYN-RECEIVED', 'LAST-ACK'],
  'SYN-RECEIVED': ['SYN-SENT', 'CLOSE-WAIT'],
  'FIN-WAIT-1': ['FIN-WAIT-2', 'LAST-ACK'],
  'FIN-WAIT-2': ['CLOSE-WAIT', 'TIME-WAIT', 'FIN-WAIT-1'],
  'CLOSE-WAIT': ['FIN-WAIT-2', 'LAST-ACK', 'TIME-WAIT'],
  'LAST-ACK': ['CLOSE-WAIT', 'FIN-WAIT-1', 'TIME-WAIT'],
  'TIME-WAIT': ['CLOSE-WAIT', 'FIN-WAIT-2', 'LAST-ACK'],
}

function optionsFor(pile: Piling, asks: BodyOf<'socket-pile'>['asks'], seed: string): readonly string[] {
  const random = randomFrom(seedOf(seed))
  switch (asks) {
    case 'happened': {
      const story = (state: State) => optionOf('story', state)
      return withDistractors(story(pile), [mirrors[pile].map(story), piling.map(story)], random)
    }
    case 'on': {
      const mover = (on: EventName) => optionOf('mover', on)
      const still = movers.filter((on) => !canMove(pile, on))
      const others = new Set(piling.flatMap((state) => waysOn(state).map(({ on }) => on)))
      const tempting = still.filter((on) => others.has(on))
      const believed = believedToMove(pile).filter((on) => still.includes(on))
      const tiers = [believed, tempting, still].map((all) => all.map(mover))
      return withDistractors(mover(waysOn(pile)[0]?.on ?? 'CLOSE'), tiers, random)
    }
    case 'who':
      return actors.map((actor) => optionOf('actor', actor)).sort()
  }
}

const topicOf: Readonly<Record<Piling, Topic>> = {
  'SYN-SENT': 'open',
  'SYN-RECEIVED': 'open',
  'FIN-WAIT-1': 'active close',
  'FIN-WAIT-2': 'active close',
  'CLOSE-WAIT': 'passive close',
  'LAST-ACK': 'passive close',
  'TIME-WAIT': 'TIME-WAIT and 2MSL',
}

function listerFor(index: number): Lister {
  return listers[index % listers.length] ?? 'ss'
}

function makeAll(): readonly (Item & { readonly body: BodyOf<'socket-pile'> })[] {
  return piling.flatMap((pile, place) =>
    pileAsks.map((asks, index) => {
      const id = `socket-pile/${pile}/${asks}`
      const options = [...optionsFor(pile, asks, id)]
      const listed = { lister: listerFor(place + index), pile, seed: seedOf(id) }
      return {
        id,
        fact: `pile/${pile}`,
        topic: topicOf[pile],
        level: asks === 'happened' ? 1 : 2,
        body: { kind: 'socket-pile', asks, ...listed, options },
      }
    }),
  )
}

/** The state that a fact `pile/<state>` is about; undefined where no question is. */
export function pileNamed(name: string): Piling | undefined {
  return piling.find((state) => state === name)
}

/** The state that is easiest taken for this one. */
export function mirrorOf(state: Piling): Piling {
  const [mirror] = mirrors[state]
  return mirror ?? state
}

/**
 * What the listing of one showing is made from: the order of its options decides, so that a question that comes again has other
 * addresses and ports, and looked back at has the same ones.
 */
export function listedFor({ lister, pile, seed }: Listed, shown: readonly string[]): Listed {
  return { lister, pile, seed: seedOf(`${seed} ${shown.join(' ')}`) }
}

/** Given what ss or netstat prints: what has happened, what takes these sockets on, and who must act? */
export const socketPile: Kind<'socket-pile'> = {
  kind: 'socket-pile',
  control: 'choice',
  offered,
  isRight,
  score: scoreChoice({ offered, isRight }),
  make: makeAll,
  explain: (body, answer) => {
    const key = body.options.filter((option) => isRight(body, option))
    const given = chosen(answer)
    const [way] = waysOn(body.pile)
    const told = { key, cite: way?.cite ?? '3.3.2', run: way === undefined ? null : runOfRule(way) }
    if (given === null || key.includes(given)) return explanation(told)
    return explanation({ ...told, parting: partingOf(body.pile, given), change: changeOf(given) })
  },
}

function partingOf(pile: Piling, given: string): Parting | null {
  const told = states.find((state) => state === nameIn(given, 'story'))
  if (told !== undefined) return { kind: 'names', state: told }
  const on = eventNames.find((name) => name === nameIn(given, 'mover'))
  return on === undefined ? null : { kind: 'stays', on, state: pile }
}

/** The state about which the chosen actor would have been right. */
function changeOf(given: string) {
  const actor: Actor | undefined = actors.find((name) => name === nameIn(given, 'actor'))
  const state = actor === undefined ? undefined : piling.find((one) => actorIn(one) === actor)
  return state === undefined ? null : ({ kind: 'state', state } as const)
}
