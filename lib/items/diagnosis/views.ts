import { canon, type Machine } from '../../misconceptions/machine'
import type { Mutant } from '../../misconceptions/mutant'
import { readStateName } from '../../tcp/names'
import { observe } from '../../tcp/observe'
import { states } from '../../tcp/states'
import type { Answer } from '../answer'
import type { Situation } from '../exemplify'
import type { Body } from '../item'
import { controlOf, isRightOption, offeredBy } from '../kinds/all'
import { sentIn } from '../kinds/numbers'
import { believers } from './believers'

/**
 * What the runner of a machine takes for right in a question: options, names of states, or two numbers. Where it is none of
 * those offered, the list is empty. Of statements it is those held true.
 */
export type View = readonly string[]

/** A question as the canon and those who hold a belief see it; of beliefs only those whose holder sees it otherwise. */
export type Views = { readonly right: View; readonly otherwise: ReadonlyMap<string, View> }

const known = new WeakMap<Body, Views>()

/** How the canon and each belief see a question: worked out by running each of them, once for each body. */
export function viewsOf(body: Body): Views {
  const before = known.get(body)
  if (before !== undefined) return before
  const right = viewBy(body, canon)
  const views = believers
    .filter(({ machine }) => speaksOf(machine.mutant, body))
    .map(({ id, machine }) => [id, viewBy(body, machine)] as const)
    .filter(([, view]) => view.join('\n') !== right.join('\n'))
  const found = { right, otherwise: new Map(views) }
  known.set(body, found)
  return found
}

/** Whether a mutant could see a question otherwise: a quick answer for most, so that few of them need to be run. */
function speaksOf({ edits = [], lengths, dropsTextOnSyn, label }: Mutant, body: Body): boolean {
  switch (body.kind) {
    case 'next-state':
    case 'click-state':
    case 'click-arrow':
    case 'what-is-sent':
    case 'user-told':
    case 'numbers':
      return speaksOfSituation(body.situation)
    case 'type-state':
      return body.clue.kind === 'situation' ? speaksOfSituation(body.clue.situation) : label !== undefined
    case 'state-from-meaning':
    case 'meaning-from-state':
      return label !== undefined
    case 'which-event':
      return edits.some(({ from }) => from === body.from)
    case 'possible':
    case 'socket-pile':
      return edits.length > 0
    case 'statements':
    case 'complete-diagram':
    case 'after-events':
      return true
    // About two peers, or what passes between them: no belief is run there, for it speaks of an endpoint.
    case 'together':
    case 'capture':
    case 'shortest-way':
    case 'impossible-segment':
    case 'states-of-trace':
    case 'fill-diagram':
    case 'order':
    case 'prose':
      return false
  }
  function speaksOfSituation({ tcb, event }: Situation): boolean {
    if (lengths !== undefined || dropsTextOnSyn !== undefined) return true
    const { on } = observe('rfc9293', tcb, event)
    return edits.some((edit) => edit.from === tcb.state && edit.on === on)
  }
}

function viewBy(body: Body, by: Machine): View {
  switch (controlOf(body)) {
    case 'choice':
    case 'place':
    case 'several':
      return offeredBy(body).filter((option) => isRightOption(body, option, by))
    case 'text':
      return states.filter((state) => isRightOption(body, state, by))
    case 'numbers':
      return body.kind === 'numbers' ? written(sentIn(body, by)) : []
    case 'order':
    case 'fill':
      // The elements that are offered tell what happens; what is left to say is in which order, and no belief is about that.
      return ['in order']
  }
}

const written = (numbers: { readonly seq: number | null; readonly ack: number | null } | null): View =>
  numbers === null ? [] : [`${numbers.seq} ${numbers.ack ?? '–'}`]

/** An answer as a view has it: the one thing chosen, named or written; all that is ticked. */
export function viewOfAnswer(answer: Answer): View {
  switch (answer.form) {
    case 'choice':
      return [answer.option]
    case 'several':
    case 'order':
    case 'fill':
      return answer.options
    case 'numbers':
      return written(answer)
    case 'text': {
      const read = readStateName(answer.text)
      return read.kind === 'state' ? [read.state] : []
    }
  }
}
