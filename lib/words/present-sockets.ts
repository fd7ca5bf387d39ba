import type { Say } from '../i18n/say'
import type { BodyOf } from '../items/item'
import { listedFor } from '../items/kinds/socket-pile'
import { commands, type Piling, printSockets } from '../items/sockets'
import { actorIn, waysOn } from '../items/ways-on'
import type { Actor } from '../observer/findings'
import { wordKey } from '../tcp/word-key'
import { marked } from './machine-words'
import type { PresentedItem } from './presented-item'

/** What the tool prints in this showing, whose options stand in this order. */
export function presentSockets(body: BodyOf<'socket-pile'>, shown: readonly string[]): PresentedItem['listing'] {
  return { command: commands[body.lister], text: printSockets(listedFor(body, shown)) }
}

/** What many sockets in this state say. */
export function pileWords(say: Say, pile: Piling): string {
  return say('item.meaningOf', { state: marked(pile), meaning: say(`item.pile.meaning.${pile}`) })
}

/** What takes such a socket on, whereto, and who must act for that: by the machine. */
export function wayOnWords(say: Say, pile: Piling): string {
  const [way] = waysOn(pile)
  if (way === undefined) return ''
  const values = {
    event: say(`item.pile.mover.${wordKey(way.on)}`),
    to: marked(way.to),
    actor: actorWords(say, actorIn(pile)),
  }
  return say('item.pile.wayOn', values)
}

/** Who must act, as a part of a sentence. */
export function actorWords(say: Say, actor: Actor): string {
  return say(`item.pile.actor.${wordKey(actor)}`)
}
