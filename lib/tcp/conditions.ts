/**
 * The conditions under which a cell of the grid divides, in named words. Each dimension is a question with exactly
 * one true answer in any situation, so that the rows of a cell can be proved to cover it once and only once.
 */
export const dimensions = {
  /** MUST-11: how SYN-RECEIVED was reached. */
  opened: ['passively opened', 'actively opened'],
  /** 3.10.1, 3.10.2: whether the passive OPEN named the remote socket. */
  remote: ['remote socket specified', 'remote socket unspecified'],
  /** 3.10.4: whether a CLOSE must wait behind SENDs. */
  sends: ['nothing queued to send', 'SENDs queued'],
  /** 3.10.3: whether a RECEIVE in CLOSE-WAIT can still be served. */
  text: ['text awaiting delivery', 'no text awaiting delivery'],
  /** 3.10.8: whether the retransmission queue holds anything. */
  queue: ['something unacknowledged', 'nothing unacknowledged'],
  /** 3.10.7.4 first: where the segment lies (Table 6), and the two repetitions that need care. */
  seq: ['SEG.SEQ = RCV.NXT', 'in window beyond RCV.NXT', 'outside the window', 'the FIN again', 'the SYN again'],
  /** 3.10.7.3 first and 3.10.7.4 fifth: what SEG.ACK acknowledges. */
  ack: [
    'no ACK',
    'acknowledges our SYN',
    'acknowledges our FIN',
    'acknowledges data',
    'acknowledges nothing new',
    'acknowledges what was never sent',
    'ACK older than the largest window',
  ],
} as const

export type Dimension = keyof typeof dimensions

/** One answer to one question. */
export type Fact = (typeof dimensions)[Dimension][number]

/** Words for several answers at once, as the RFC uses them. */
export const unions = {
  'in window': ['SEG.SEQ = RCV.NXT', 'in window beyond RCV.NXT'],
  'not acceptable': ['outside the window', 'the FIN again', 'the SYN again'],
  'not acceptable, not the FIN again': ['outside the window', 'the SYN again'],
  'not acceptable, not the SYN again': ['outside the window', 'the FIN again'],
  'ACK in range': ['acknowledges our SYN', 'acknowledges our FIN', 'acknowledges data', 'acknowledges nothing new'],
  'in range, does not acknowledge our FIN': ['acknowledges our SYN', 'acknowledges data', 'acknowledges nothing new'],
  'does not acknowledge our SYN': [
    'acknowledges our FIN',
    'acknowledges data',
    'acknowledges nothing new',
    'acknowledges what was never sent',
    'ACK older than the largest window',
  ],
  'acknowledges neither our SYN nor SND.UNA': [
    'acknowledges our FIN',
    'acknowledges data',
    'acknowledges what was never sent',
    'ACK older than the largest window',
  ],
} as const satisfies Record<string, readonly Fact[]>

export type Condition = Fact | keyof typeof unions

const facts: readonly Fact[] = Object.values(dimensions).flat()

/** A set of facts as bits, so that a step costs one AND per condition. */
export type FactSet = number

const bits = Object.fromEntries(facts.map((fact, index) => [fact, 1 << index])) as Readonly<Record<Fact, FactSet>>

/** The set of these facts. */
export function factSet(holding: readonly Fact[]): FactSet {
  return holding.reduce((set, fact) => set | bits[fact], 0)
}

/** The facts of a set, in the order of `dimensions`. */
export function factsOf(set: FactSet): readonly Fact[] {
  return facts.filter((fact) => (set & bits[fact]) !== 0)
}

/** The facts that satisfy a condition. */
export function factsFor(condition: Condition): readonly Fact[] {
  return condition in unions ? unions[condition as keyof typeof unions] : [condition as Fact]
}
