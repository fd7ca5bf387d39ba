import { Fragment } from 'react'
import { Code } from './code'

/** A text of the message files, in which `backticks` mark the words of the protocol. */
export function Words({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) =>
    // Between the n-th pair of backticks stands every second part; a text does not change its order.
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name
    index % 2 === 1 ? <Code key={index}>{part}</Code> : <Fragment key={index}>{part}</Fragment>,
  )
}
