import { states } from '../tcp/states'
import type { Answer } from './answer'
import type { Body } from './item'
import { controlOf, explainAnswer, offeredBy } from './kinds/all'

const known = new WeakMap<Body, readonly string[]>()

/**
 * The misconceptions whose holder would answer this question wrongly: those that some wrong answer to it betrays. A right
 * answer to it speaks against each of them. Worked out once for each body.
 */
export function beliefsTempted(body: Body): readonly string[] {
  const before = known.get(body)
  if (before !== undefined) return before
  const beliefs = [...new Set(answersTo(body).flatMap((answer) => explainAnswer(body, answer).beliefs))]
  known.set(body, beliefs)
  return beliefs
}

/** Every answer that a belief could give; numbers, orders and statements betray none. */
function answersTo(body: Body): readonly Answer[] {
  switch (controlOf(body)) {
    case 'choice':
    case 'place':
      return offeredBy(body).map((option) => ({ form: 'choice', option }))
    case 'text':
      return states.map((text) => ({ form: 'text', text }))
    case 'several':
    case 'order':
    case 'fill':
    case 'numbers':
      return []
  }
}
