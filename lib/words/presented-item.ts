import type { ItemKind } from '../items/item'
import type { Timeline } from '../tcp/peers/timeline'
import type { Block } from './markdown'

/**
 * An item as a browser gets it: words and places, and nothing that tells the key. Texts mark the words of the protocol
 * with backticks. presented-item.test.ts holds its exact shape.
 */
export type PresentedItem = {
  /** From 0. */
  readonly position: number
  readonly kind: ItemKind
  readonly control: 'choice' | 'several' | 'order' | 'text' | 'numbers' | 'place' | 'fill'
  readonly topic: string
  readonly stem: string
  /** How to answer, in one sentence. */
  readonly hint: string
  /** The keys that do the same, in one sentence; null where there are none of its own. */
  readonly keys: string | null
  readonly endpoint: PresentedEndpoint | null
  /** What stands below the stem where a teacher wrote the question, and who vouches for its key. */
  readonly prose: { readonly text: readonly Block[]; readonly vouched: string } | null
  readonly sequence: readonly SequenceRow[] | null
  /** What a tool prints of a host's sockets, and the command that makes it do so. */
  readonly listing: { readonly command: string; readonly text: string } | null
  /** The texts of the options in the order shown; empty where the answer is typed or given on the diagram. */
  readonly options: readonly string[]
  /** On the diagram: whether a state or an arrow is asked for. */
  readonly place: 'state' | 'arrow' | null
}

/** An endpoint and what happens to it. */
export type PresentedEndpoint = {
  readonly state: string
  /** What else is known of it, as short phrases. */
  readonly facts: readonly string[]
  /** Its sequence variables, where they matter: name and number. */
  readonly variables: readonly (readonly [string, number])[]
  readonly event: string
  readonly segment: string | null
  /** What happens after that, one thing after the other; empty where one event is asked about. */
  readonly later: readonly PresentedEvent[]
}

/** One of several events: in words, as a segment where it is one, and what its numbers mean. */
export type PresentedEvent = {
  readonly event: string
  readonly segment: string | null
  readonly facts: readonly string[]
}

/**
 * One row of a sequence diagram. A state is given where it is new; `?` is the gap to fill (of several segments `?1`, `?2`, …),
 * and several with a blank between them are those among which nobody can tell. The arrow runs from the peer that sent the
 * segment.
 */
export type SequenceRow = {
  readonly A: string | null
  readonly B: string | null
  readonly note: { readonly side: 'A' | 'B'; readonly text: string } | null
  /** `leaves` and `arrives` are the two halves of a way on which the receiver acted before the segment arrived. */
  readonly arrow: {
    readonly from: 'A' | 'B'
    readonly segment: string
    /** Its number in a trace, from 1; null where segments are not counted. */
    readonly number: number | null
    readonly way: 'whole' | 'leaves' | 'arrives' | 'lost'
  } | null
}

/** What a person is told once the answer is in. */
export type Feedback = {
  readonly right: boolean
  /** The right answer, in words. */
  readonly answer: readonly string[]
  /** Places of the right options in what was shown; empty where the answer is typed or given on the diagram. */
  readonly rightOptions: readonly number[]
  /** On the diagram: the state or arrow that is right. */
  readonly rightPlace: string | null
  readonly rule: { readonly text: string; readonly cite: string; readonly href: string | null }
  /** What the teacher says who wrote the question; null where the machine asks. */
  readonly author: readonly Block[] | null
  readonly parting: { readonly text: string; readonly cite: string | null } | null
  readonly change: string | null
  readonly beliefs: readonly { readonly belief: string; readonly correction: string }[]
  /** `href` leads to the experiment that decides it, where one does. */
  readonly statements: readonly {
    readonly right: boolean
    readonly why: string
    readonly cite: string
    readonly href: string | null
  }[]
  readonly proof: readonly { readonly text: string; readonly cite: string }[]
  readonly outcome: PresentedOutcome | null
  readonly sequence: readonly SequenceRow[] | null
  /** A run of two peers that shows it. */
  readonly timeline: Timeline | null
}

/** Where the run ended: the proof's last line. */
export type PresentedOutcome = {
  readonly state: string
  readonly sent: readonly string[]
  readonly told: readonly string[]
  readonly variables: readonly (readonly [string, number])[]
}
