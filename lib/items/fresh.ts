import { translateEvent, translateTcb } from '../tcp/translate'
import type { Situation } from './exemplify'
import type { Body } from './item'
import { fillAround } from './kinds/fill-diagram'
import { waysAround } from './kinds/shortest-way'
import { statementsAround } from './kinds/statements'
import { togetherAround } from './kinds/together'
import { type Random, randomFrom, shuffled } from './random'
import { listers } from './sockets'

/**
 * The same question in a fresh form: other initial sequence numbers, other statements around the one that is asked. The
 * seed alone decides. What is neither numbered nor grouped stays as it is, in another order of options.
 */
export function freshBody(body: Body, fact: string, seed: number): Body {
  const random = randomFrom(seed ^ 0x5eed)
  switch (body.kind) {
    case 'next-state':
    case 'what-is-sent':
    case 'user-told':
    case 'click-state':
    case 'click-arrow':
      return { ...body, situation: elsewhere(body.situation, random) }
    case 'numbers':
      return { ...body, situation: elsewhere(body.situation, random), iss: number(random) }
    case 'type-state':
      if (body.clue.kind !== 'situation') return body
      return { ...body, clue: { ...body.clue, situation: elsewhere(body.clue.situation, random) } }
    case 'statements':
      return { ...body, options: statementsAround(fact.replace('statement/', ''), random) }
    case 'impossible-segment':
    case 'states-of-trace':
      return { ...body, isns: { A: number(random), B: number(random) } }
    case 'socket-pile':
      return { ...body, lister: shuffled(listers, random)[0] ?? body.lister, seed: number(random) }
    case 'together':
      return togetherAround(fact.replace('together/', '').replace('/', '+'), random)
    case 'capture':
      return { ...body, iss: { A: number(random), B: number(random) } }
    case 'fill-diagram':
      return fillAround(body.path, random)
    case 'shortest-way':
      return waysAround(fact.replace('way/', ''), random)
    case 'which-event':
    case 'possible':
    case 'state-from-meaning':
    case 'meaning-from-state':
    case 'order':
    case 'complete-diagram':
    // On the way an ISS may be selected, which does not shift with the numbers of the segments.
    case 'after-events':
    case 'prose':
      return body
  }
}

/** Round numbers, as people like to reckon with: up to 90,000 in hundreds. */
const number = (random: Random) => 100 * (1 + Math.floor(random() * 900))

function elsewhere({ tcb, event }: Situation, random: Random): Situation {
  const shift = { ours: number(random), theirs: number(random) }
  return { tcb: translateTcb(tcb, shift), event: translateEvent(event, shift) }
}
