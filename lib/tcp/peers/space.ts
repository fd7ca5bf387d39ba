import type { State } from '../states'
import type { Configuration, InFlight, Side } from './configuration'
import { makeMove, type PeerMove, type Step } from './move'
import { issAt, keyOfFlight, type Reaction, reactionsOf } from './reactions'
import { recordTable } from './record-table'
import type { Happening, OwnMove, Scene, World } from './world'

/**
 * The configurations of a world, as they are found: each is a number, counted from 0 for the start, and a record of
 * numbers behind it. A move is a number, too (its code).
 */
export type Space = {
  readonly size: () => number
  /** Writes the codes of what may happen next into `codes`, and returns how many there are. */
  readonly offer: (index: number) => number
  readonly codes: Int32Array
  /** Makes a move in the draft of the space; returns whether it is one that is sought, or null where it may not be. */
  readonly draft: (index: number, code: number) => boolean | null
  /** Takes the draft in as reached from `index` by `code`; false where it is known already. */
  readonly keep: (index: number, code: number) => boolean
  readonly isSoughtAt: (index: number) => boolean
  readonly sceneAt: (index: number) => Scene
  readonly statesAt: (index: number) => Readonly<Record<Side, State>>
  /** How many moves were left out because more would have been in flight than the world allows. */
  readonly crowded: () => number
  /** How many moves lead there at least. */
  readonly depthOf: (index: number) => number
  /** A shortest run to the configuration, made anew by the machine itself; the code of one more move may follow. */
  readonly pathTo: (index: number, code?: number) => readonly Step[]
}

/** What a space asks of each move and of each scene; a scene is asked once. */
export type Sought = {
  readonly isSought?: ((happening: Happening) => boolean) | undefined
  readonly isSoughtAt?: ((scene: Scene) => boolean) | undefined
}

const kinds = { deliver: 0, lose: 1, duplicate: 2, own: 3 } as const

/** Where in a record stand both ends, what the channel may still do, and how many segments follow. */
const place = { A: 0, B: 1, budget: 2, count: 3, flight: 4 } as const

/** In an ordered channel the segments of A queue up, then those of B; copies, and all without order, lie about by number. */
const ranks = { A: 0, B: 1, loose: 2 } as const

type SceneCodes = {
  readonly before: Int32Array
  readonly after: Int32Array
  readonly hasChannel: boolean
  readonly isSought: boolean
}

export function spaceOf(world: World, { isSought = () => false, isSoughtAt = () => false }: Sought): Space {
  const width = place.flight + world.inFlight + (world.inFlight % 2)
  const table = recordTable(width)
  const reactions = reactionsOf(world, isSought)
  const { ends, flights, moves } = reactions
  const scenes = new Map<number, SceneCodes>()
  const codes = new Int32Array(4096)
  const rankOf: number[] = []
  const copyOf: number[] = []
  let from = new Int32Array(1024)
  let by = new Int32Array(1024)
  let crowded = 0

  const rank = (flight: number): number => {
    const known = rankOf[flight]
    if (known !== undefined) return known
    const { from: side, copy } = flights.at(flight)
    const made = world.isOrdered && !copy ? ranks[side] : ranks.loose
    rankOf[flight] = made
    return made
  }
  const idOfCopy = (flight: number): number => {
    const known = copyOf[flight]
    if (known !== undefined) return known
    const segment = flights.at(flight)
    const made = world.mayDuplicate?.(segment) === false ? -1 : flights.idOf({ ...segment, copy: true })
    copyOf[flight] = made
    return made
  }

  /** Puts a segment into the draft, where its rank and number want it; false where there is no room. */
  const put = (at: number, flight: number): boolean => {
    const memory = table.memory()
    const count = memory[at + place.count] ?? 0
    if (count >= world.inFlight) return false
    const own = rank(flight)
    let slot = at + place.flight + count
    const first = at + place.flight
    while (slot > first) {
      const before = memory[slot - 1] ?? 0
      const other = rank(before)
      if (other < own || (other === own && (own !== ranks.loose || before <= flight))) break
      memory[slot] = before
      slot -= 1
    }
    memory[slot] = flight
    memory[at + place.count] = count + 1
    return true
  }
  const take = (at: number, flight: number): void => {
    const memory = table.memory()
    const last = at + place.flight + (memory[at + place.count] ?? 0) - 1
    let slot = at + place.flight
    while (memory[slot] !== flight && slot < last) slot += 1
    for (; slot < last; slot++) memory[slot] = memory[slot + 1] ?? 0
    memory[last] = 0
    memory[at + place.count] = (memory[at + place.count] ?? 1) - 1
  }

  const sceneOf = (A: number, B: number, isQuiet: boolean): Scene => ({ A: ends.at(A), B: ends.at(B), isQuiet })
  const codesOf = (A: number, B: number, isQuiet: boolean): SceneCodes => {
    const key = (A * 65_536 + B) * 2 + (isQuiet ? 1 : 0)
    const known = scenes.get(key)
    if (known !== undefined) return known
    const scene = sceneOf(A, B, isQuiet)
    const offered = world.moves(scene)
    const cut = offered.indexOf('channel')
    const numbered = (some: readonly (OwnMove | 'channel')[]) =>
      Int32Array.from(some.flatMap((move) => (move === 'channel' ? [] : [moves.idOf(move) * 4 + kinds.own])))
    const made = {
      before: numbered(cut < 0 ? offered : offered.slice(0, cut)),
      after: numbered(cut < 0 ? [] : offered.slice(cut)),
      hasChannel: cut >= 0,
      isSought: isSoughtAt(scene),
    }
    scenes.set(key, made)
    return made
  }

  const offerChannel = (at: number, written: number): number => {
    const memory = table.memory()
    const count = memory[at + place.count] ?? 0
    const budget = memory[at + place.budget] ?? 0
    let next = written
    let last = -1
    for (let slot = at + place.flight; slot < at + place.flight + count; slot++) {
      const flight = memory[slot] ?? 0
      const isNext = slot === at + place.flight || rank(flight) === ranks.loose || rank(last) !== rank(flight)
      if (flight === last) continue
      last = flight
      if (isNext) codes[next++] = flight * 4 + kinds.deliver
      if (isNext && (budget & 255) > 0) codes[next++] = flight * 4 + kinds.lose
      if (budget >> 8 > 0 && idOfCopy(flight) >= 0) codes[next++] = flight * 4 + kinds.duplicate
    }
    return next
  }

  const draftOf = (index: number): number => {
    const at = table.draft()
    const memory = table.memory()
    memory.copyWithin(at, index * width, index * width + width)
    return at
  }
  const react = (at: number, side: number, reaction: Reaction): boolean | null => {
    table.memory()[at + side] = reaction.end
    for (const flight of reaction.emits) {
      if (put(at, flight)) continue
      crowded += 1
      return null
    }
    return reaction.isSought
  }

  const write = (at: Configuration): void => {
    const draft = table.draft()
    const memory = table.memory()
    memory.fill(0, draft, draft + width)
    memory[draft + place.A] = ends.idOf({ side: 'A', tcb: at.A, incarnation: at.incarnations.A })
    memory[draft + place.B] = ends.idOf({ side: 'B', tcb: at.B, incarnation: at.incarnations.B })
    memory[draft + place.budget] = at.losses | (at.duplicates << 8)
    for (const segment of at.flight) {
      if (!put(draft, flights.idOf(segment))) throw new Error('The start has more in flight than the world allows')
    }
    table.keep()
  }

  const space: Space = {
    size: table.size,
    codes,
    offer: (index) => {
      const at = index * width
      const memory = table.memory()
      const scene = codesOf(memory[at] ?? 0, memory[at + 1] ?? 0, memory[at + place.count] === 0)
      codes.set(scene.before)
      const written = scene.hasChannel ? offerChannel(at, scene.before.length) : scene.before.length
      codes.set(scene.after, written)
      return written + scene.after.length
    },
    draft: (index, code) => {
      const at = draftOf(index)
      const memory = table.memory()
      const id = code >> 2
      switch (code & 3) {
        case kinds.deliver: {
          take(at, id)
          const side = flights.at(id).from === 'A' ? place.B : place.A
          return react(at, side, reactions.onArrival(memory[at + side] ?? 0, id))
        }
        case kinds.lose:
          take(at, id)
          memory[at + place.budget] = (memory[at + place.budget] ?? 0) - 1
          return false
        case kinds.duplicate:
          memory[at + place.budget] = (memory[at + place.budget] ?? 0) - 256
          if (put(at, idOfCopy(id))) return false
          crowded += 1
          return null
        default: {
          const side = moves.at(id).side === 'A' ? place.A : place.B
          return react(at, side, reactions.onMove(memory[at + side] ?? 0, id))
        }
      }
    },
    keep: (index, code) => {
      const size = table.size()
      if (!table.keep()) return false
      if (size >= from.length) {
        from = doubled(from)
        by = doubled(by)
      }
      from[size] = index
      by[size] = code
      return true
    },
    isSoughtAt: (index) => {
      const at = index * width
      const memory = table.memory()
      return codesOf(memory[at] ?? 0, memory[at + 1] ?? 0, memory[at + place.count] === 0).isSought
    },
    sceneAt: (index) => {
      const at = index * width
      const memory = table.memory()
      return sceneOf(memory[at] ?? 0, memory[at + 1] ?? 0, memory[at + place.count] === 0)
    },
    statesAt: (index) => {
      const memory = table.memory()
      const stateOf = (side: number) => ends.at(memory[index * width + side] ?? 0).tcb.state
      return { A: stateOf(place.A), B: stateOf(place.B) }
    },
    crowded: () => crowded,
    depthOf: (index) => {
      let depth = 0
      for (let at = index; at > 0; at = from[at] ?? 0) depth += 1
      return depth
    },
    pathTo: (index, code) => {
      const made: number[] = code === undefined ? [] : [code]
      for (let at = index; at > 0; at = from[at] ?? 0) made.unshift(by[at] ?? 0)
      const steps: Step[] = []
      for (const one of made) steps.push(stepBy(world, steps.at(-1)?.after ?? world.start, moveOf(one)))
      return steps
    },
  }
  const moveOf = (code: number): PeerMove => {
    const id = code >> 2
    switch (code & 3) {
      case kinds.deliver:
        return { kind: 'deliver', segment: flights.at(id) }
      case kinds.lose:
        return { kind: 'lose', segment: flights.at(id) }
      case kinds.duplicate:
        return { kind: 'duplicate', segment: flights.at(id) }
      default:
        return moves.at(id)
    }
  }
  write(world.start)
  return space
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/** A move of a world, made by its machine. A segment is found in flight by what it is, the one that left first. */
export function stepBy(world: World, at: Configuration, move: PeerMove): Step {
  const iss = {
    A: issAt(world, 'A', { tcb: at.A, incarnation: at.incarnations.A }),
    B: issAt(world, 'B', { tcb: at.B, incarnation: at.incarnations.B }),
  }
  return makeMove(
    world.machine,
    { ...at, iss },
    'segment' in move ? { ...move, segment: selectInFlight(at, move.segment) } : move,
  )
}

function selectInFlight(at: Configuration, wanted: InFlight): InFlight {
  const key = keyOfFlight(wanted)
  const found = at.flight.find((one) => keyOfFlight(one) === key)
  if (found === undefined) throw new Error(`Not in flight: ${key}`)
  return found
}
