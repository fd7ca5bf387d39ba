import type { Machine } from '../../misconceptions/machine'
import type { Answer } from '../answer'
import type { Explanation } from '../explanation'
import type { Body, Item, ItemKind } from '../item'
import { afterEvents } from './after-events'
import { capture } from './capture'
import { clickArrow } from './click-arrow'
import { clickState } from './click-state'
import { completeDiagram } from './complete-diagram'
import { fillDiagram } from './fill-diagram'
import { impossibleSegment } from './impossible-segment'
import type { Kind } from './kind'
import { meaningFromState, stateFromMeaning } from './meanings'
import { nextState } from './next-state'
import { numbers } from './numbers'
import { order } from './order'
import { possible } from './possible'
import { prose } from './prose'
import { shortestWay } from './shortest-way'
import { socketPile } from './socket-pile'
import { statements } from './statements'
import { statesOfTrace } from './states-of-trace'
import { together } from './together'
import { typeState } from './type-state'
import { userTold } from './user-told'
import { whatIsSent } from './what-is-sent'
import { whichEvent } from './which-event'

const kinds = {
  'next-state': nextState,
  'which-event': whichEvent,
  'what-is-sent': whatIsSent,
  'user-told': userTold,
  possible,
  'state-from-meaning': stateFromMeaning,
  'meaning-from-state': meaningFromState,
  'type-state': typeState,
  order,
  numbers,
  'click-state': clickState,
  'click-arrow': clickArrow,
  statements,
  'complete-diagram': completeDiagram,
  'impossible-segment': impossibleSegment,
  'states-of-trace': statesOfTrace,
  'socket-pile': socketPile,
  together,
  capture,
  'shortest-way': shortestWay,
  'fill-diagram': fillDiagram,
  'after-events': afterEvents,
  prose,
} as const satisfies { readonly [K in ItemKind]: Kind<K> }

/** The kind of a body. Its functions take bodies of that kind alone, which this one is. */
function kindOf(body: Body): Kind<ItemKind> {
  return kinds[body.kind] as unknown as Kind<ItemKind>
}

/** Every item that the machine's facts give, in a fixed order. */
export function makeItems(): readonly Item[] {
  return Object.values(kinds).flatMap((kind): readonly Item[] => kind.make())
}

export function controlOf(body: Body): Kind<ItemKind>['control'] {
  return kindOf(body).control
}

/** What can be chosen or put in order, in the machine's words; empty where the answer is typed. */
export function offeredBy(body: Body): readonly string[] {
  return kindOf(body).offered(body)
}

/** Whether an option is right; by a mutant, whether its holder takes it for right. */
export function isRightOption(body: Body, option: string, by?: Machine): boolean {
  return kindOf(body).isRight(body, option, by)
}

/** Marks an answer by running the machine. */
export function scoreAnswer(body: Body, answer: Answer): boolean {
  return kindOf(body).score(body, answer)
}

export function explainAnswer(body: Body, answer: Answer): Explanation {
  return kindOf(body).explain(body, answer)
}
