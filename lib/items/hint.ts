import { type NumberSource, ruleOf, runOf } from './explanation'
import type { Body } from './item'
import { explainAnswer, isRightOption, offeredBy } from './kinds/all'
import { numberSources } from './kinds/numbers'
import { randomFrom, shuffled } from './random'

/** A help that says part of the key, without words. */
export type Hint = {
  /** Where the RFC says it. */
  readonly cite: string
  readonly help: /** Places, in what was shown, of options that are wrong; at least two others are left. */
    | { readonly kind: 'struck'; readonly places: readonly number[] }
    /** How many options are right. */
    | { readonly kind: 'count'; readonly count: number }
    /** The option that comes first in the order. */
    | { readonly kind: 'first'; readonly option: string }
    /** The right name's first letter. */
    | { readonly kind: 'begins'; readonly letter: string }
    /** Where the two numbers come from. */
    | { readonly kind: 'sources'; readonly seq: NumberSource; readonly ack: NumberSource }
    /** Two options, one of them right. */
    | { readonly kind: 'among'; readonly options: readonly string[] }
}

/**
 * A hint for a body whose options were shown in this order: by the same machine that marks the answer. The same seed (a
 * whole number) gives the same hint.
 */
export function hintFor(body: Body, shown: readonly string[], seed: number): Hint {
  // What is right, and where that stands, does not depend on what was answered.
  const { key, cite } = explainAnswer(body, { form: 'text', text: '' })
  return { cite, help: helpFor(body, shown, key, seed) }
}

function helpFor(body: Body, shown: readonly string[], key: readonly string[], seed: number): Hint['help'] {
  const chance = randomFrom(seed)
  switch (body.kind) {
    case 'statements':
    case 'states-of-trace':
      return { kind: 'count', count: shown.filter((option) => isRightOption(body, option)).length }
    case 'order':
    case 'capture':
      return { kind: 'first', option: key[0] ?? '' }
    case 'type-state':
      return { kind: 'begins', letter: (key[0] ?? '').slice('state:'.length).charAt(0) }
    case 'numbers':
      return { kind: 'sources', ...numberSources(ruleOf(runOf(body.situation, body.iss)), body.situation) }
    case 'click-state':
    case 'click-arrow': {
      const [wrong] = shuffled(
        offeredBy(body).filter((option) => couldBe(body, option) && !isRightOption(body, option)),
        chance,
      )
      return { kind: 'among', options: shuffled([...key.slice(0, 1), ...(wrong === undefined ? [] : [wrong])], chance) }
    }
    default: {
      const wrong = shown.flatMap((option, place) => (isRightOption(body, option) ? [] : [place]))
      const struck = shuffled(wrong, chance).slice(0, Math.min(Math.ceil(wrong.length / 2), shown.length - 2))
      return { kind: 'struck', places: struck.toSorted((a, b) => a - b) }
    }
  }
}

/** An arrow that begins elsewhere would help nobody. */
function couldBe(body: Body, option: string): boolean {
  return body.kind !== 'click-arrow' || option.startsWith(`arrow:${body.situation.tcb.state}>`)
}
