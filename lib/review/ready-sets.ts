import type { Fact } from '../items/item'
import { findRule } from '../tcp/rules'
import type { State } from '../tcp/states'

/** The sets of cards that are ready to be taken up, smallest first. */
export const readySets = ['states', 'handshake', 'close', '2msl', 'machine'] as const

export type ReadySet = (typeof readySets)[number]

/** Where the way to ESTABLISHED leads; the rest of Figure 5 is the way out. */
const opening: ReadonlySet<State> = new Set(['LISTEN', 'SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED'])

/** The rule of Figure 5 that a fact is about, itself or by its numbers. */
function drawnRule({ id, kind }: Fact) {
  const rule = kind === 'rule' || kind === 'numbers' ? findRule(id.slice(kind.length + 1)) : undefined
  return rule?.figure5 ? rule : undefined
}

const pathsOf: Readonly<Record<'handshake' | 'close', RegExp>> = {
  handshake: /^path\/(handshake|simultaneous-open|refused)$/,
  close: /^path\/(normal-close|three-segment-close|simultaneous-close|half-close)$/,
}

function belongs(set: ReadySet, fact: Fact): boolean {
  const { id, kind, topic } = fact
  const drawn = drawnRule(fact)
  switch (set) {
    case 'states':
      return kind === 'meaning'
    case 'handshake':
      return (drawn !== undefined && opening.has(drawn.to)) || pathsOf.handshake.test(id)
    case 'close':
      return (drawn !== undefined && !opening.has(drawn.to)) || pathsOf.close.test(id)
    case '2msl':
      return topic === 'TIME-WAIT and 2MSL' && (kind === 'statement' || kind === 'rule')
    case 'machine':
      // What can't happen between two states is left to Practice: a card for each would teach by rote what the picture shows.
      return kind !== 'pair' && kind !== 'together' && kind !== 'way'
  }
}

const orderOfKinds = ['meaning', 'path', 'rule', 'numbers', 'statement', 'broken', 'seen', 'pair', 'way', 'together']

/** The facts of a set in the order in which they are best met: what states mean, then paths, then rules; easy before hard. */
export function factsOfSet(set: ReadySet, facts: readonly Fact[]): readonly Fact[] {
  const rank = ({ kind, level }: Fact) => level * orderOfKinds.length + orderOfKinds.indexOf(kind)
  return facts.filter((fact) => belongs(set, fact)).toSorted((a, b) => rank(a) - rank(b))
}
