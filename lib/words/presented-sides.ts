import type { Timeline } from '../tcp/peers/timeline'
import type { State } from '../tcp/states'
import type { Block } from './markdown'
import type { PresentedEndpoint, SequenceRow } from './presented-item'

/** The two sides of a card as a browser gets them. Unlike a question's key, the back travels with the front. */
export type PresentedSides =
  | {
      readonly kind: 'fact'
      readonly topic: string
      readonly front: PresentedFront
      readonly back: PresentedBack
    }
  | {
      readonly kind: 'note'
      /** The name of the learner's deck that it lies in; null where it lies in none. */
      readonly deck: string | null
      readonly front: readonly Block[]
      readonly back: readonly Block[]
      readonly warnings: readonly PresentedVerdict[]
    }

export type PresentedFront = {
  /** What is shown, and what is asked about it. Texts mark the words of the protocol with backticks. */
  readonly title: string
  readonly ask: string
  readonly endpoint: PresentedEndpoint | null
}

export type PresentedBack = {
  readonly answer: readonly string[]
  readonly why: readonly string[]
  readonly cites: readonly PresentedCite[]
  /** Where the rule stands under Learn; null where no one rule decides. */
  readonly href: string | null
  readonly picture: PresentedPicture | null
}

/** A place that is cited, and its address where it has one of its own. */
export type PresentedCite = { readonly words: string; readonly href: string | null }

export type PresentedPicture =
  /** A part of the state diagram: the states that matter, and the arrows to mark; `all` are those at the states. */
  | {
      readonly kind: 'states'
      readonly states: readonly State[]
      readonly arrows: 'all' | readonly { readonly from: State; readonly to: State }[]
      readonly label: string
    }
  | { readonly kind: 'sequence'; readonly rows: readonly SequenceRow[]; readonly label: string }
  /** A run of two peers. */
  | { readonly kind: 'timeline'; readonly timeline: Timeline; readonly label: string }

/** What the machine says to a claim in a learner's own text. */
export type PresentedVerdict = {
  readonly kind: 'holds' | 'fails' | 'depends'
  /** The sentence that claims it. */
  readonly claim: string
  readonly verdict: string
  /** What is so, one sentence for each rule, with its places. */
  readonly rules: readonly { readonly text: string; readonly cites: readonly PresentedCite[] }[]
}
