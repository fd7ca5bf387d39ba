import type { Body } from '../../lib/items/item'
import { controlOf, offeredBy } from '../../lib/items/kinds/all'
import type { Given } from '../../lib/items/shown'

/** Something that a browser could send in answer to this body, as likely wrong as right: the `nth` of what is offered. */
export function givenFor(body: Body, nth: number): Given {
  const offered = offeredBy(body)
  const place = offered.length === 0 ? 0 : nth % offered.length
  switch (controlOf(body)) {
    case 'choice':
      return { choice: place }
    case 'place':
      return { place: offered[place] ?? '' }
    case 'several':
      return { several: [place] }
    case 'order':
      return { order: offered.map((_, index) => (index + nth) % offered.length) }
    case 'fill':
      return { fill: [place] }
    case 'text':
      return { text: nth % 2 === 0 ? 'ESTABLISHED' : 'SYN_RCVD' }
    case 'numbers':
      return { numbers: { seq: 101, ack: nth % 2 === 0 ? null : 301 } }
  }
}
