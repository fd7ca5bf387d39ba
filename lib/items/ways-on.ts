import { canon, type Machine } from '../misconceptions/machine'
import type { Actor } from '../observer/findings'
import type { EventName } from '../tcp/events'
import { type Rule, rulesOf } from '../tcp/rules'
import type { State } from '../tcp/states'
import { believedOf } from './beliefs'

const grid = rulesOf('rfc9293')

/**
 * What takes an endpoint on from here in the course of a connection: the arrows of Figure 5 but for those that take it back to
 * LISTEN. Where something from outside does, the user's own giving up is left out. By the machine of somebody who believes
 * otherwise, what is believed to move it, and not what is believed to leave it where it is.
 */
export function waysOn(state: State, by: Machine = canon): readonly Rule[] {
  const moving = grid.filter((rule) => {
    if (rule.from !== state || !(rule.figure5 || rule.kind !== 'transition')) return false
    const { to } = by.answer(rule)
    return to !== state && to !== 'LISTEN'
  })
  const brought = moving.filter(({ on }) => isSegment(on) || isTimeout(on))
  return brought.length > 0 ? brought : moving
}

/** Whether this event may take an endpoint in this state to another one, in whatever course. */
export function canMove(state: State, on: EventName): boolean {
  return grid.some((rule) => rule.kind === 'transition' && rule.from === state && rule.on === on)
}

/** The events that leave an endpoint where it is, and that some misconception believes to move it. */
export function believedToMove(state: State): readonly EventName[] {
  const stays = grid.filter(({ from, kind }) => from === state && kind !== 'transition')
  const believed = stays.filter((rule) => believedOf(rule).some(({ believed: { to } }) => to !== state))
  return [...new Set(believed.map(({ on }) => on))]
}

/**
 * Who must act for a connection to go on: the application here where a call does, nobody where a timer does, and where a
 * segment does the other end, or its application where nothing but a call there sends such a segment.
 */
export function actorIn(state: State, by: Machine = canon): Actor {
  const actors = waysOn(state, by).map(({ on }) => actorOf(on))
  return byEase.find((actor) => actors.includes(actor)) ?? 'nobody'
}

/** What comes about of itself before what somebody must decide. */
const byEase: readonly Actor[] = ['nobody', 'peer', 'peer application', 'local application']

function actorOf(on: EventName): Actor {
  if (isTimeout(on)) return 'nobody'
  if (!isSegment(on)) return 'local application'
  return sendersOf(on).every((rule) => !isSegment(rule.on) && !isTimeout(rule.on)) ? 'peer application' : 'peer'
}

/** The rules by which an endpoint sends the segment that arrives so. */
function sendersOf(on: EventName): readonly Rule[] {
  const bits = on.slice('rcv '.length)
  return grid.filter(({ emits }) => emits.some((form) => form === bits || (bits === 'FIN' && form === 'FIN,ACK')))
}

function isSegment(on: EventName): boolean {
  return on.startsWith('rcv ')
}

function isTimeout(on: EventName): boolean {
  return on.endsWith('TIMEOUT')
}
