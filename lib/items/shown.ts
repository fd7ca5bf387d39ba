import { z } from 'zod'
import type { Answer } from './answer'
import type { Body } from './item'
import { controlOf, offeredBy } from './kinds/all'
import { randomFrom, shuffled } from './random'

/**
 * What the browser sends: places in what it was shown, counted from 0, or what was typed. Names of options never
 * travel with the question, for some of them are the answer; on the state diagram alone the names are in the picture.
 */
export const givenSchema = z.union([
  z.strictObject({ choice: z.int().min(0).max(63) }),
  z.strictObject({ several: z.array(z.int().min(0).max(63)).max(16).readonly() }),
  z.strictObject({ order: z.array(z.int().min(0).max(63)).max(16).readonly() }),
  z.strictObject({ fill: z.array(z.int().min(0).max(63)).max(16).readonly() }),
  z.strictObject({ place: z.string().max(64) }),
  z.strictObject({ text: z.string().max(100) }),
  z.strictObject({
    numbers: z.strictObject({
      seq: z.int().min(0).max(4294967295).nullable(),
      ack: z.int().min(0).max(4294967295).nullable(),
    }),
  }),
])

export type Given = z.infer<typeof givenSchema>

/** The options in the order in which this showing of the item has them; the seed alone decides. */
export function showOptions(body: Body, seed: number): readonly string[] {
  if (controlOf(body) === 'place') return []
  return shuffled(offeredBy(body), randomFrom(seed))
}

/**
 * The answer in the machine's words, or null where it does not fit what was shown: another form, a place that was not
 * there, a place twice.
 */
export function readGiven(body: Body, shown: readonly string[], given: Given): Answer | null {
  switch (controlOf(body)) {
    case 'choice':
      return 'choice' in given ? choiceOf(shown[given.choice]) : null
    case 'place':
      return 'place' in given && offeredBy(body).includes(given.place) ? choiceOf(given.place) : null
    case 'several': {
      const options = 'several' in given ? optionsAt(shown, given.several) : null
      return options === null ? null : { form: 'several', options }
    }
    case 'order': {
      const options = 'order' in given ? optionsAt(shown, given.order) : null
      return options === null || options.length !== shown.length ? null : { form: 'order', options }
    }
    case 'fill': {
      const options = 'fill' in given ? optionsAt(shown, given.fill) : null
      return options === null ? null : { form: 'fill', options }
    }
    case 'text':
      return 'text' in given ? { form: 'text', text: given.text } : null
    case 'numbers':
      return 'numbers' in given ? { form: 'numbers', ...given.numbers } : null
  }
}

function choiceOf(option: string | undefined): Answer | null {
  return option === undefined ? null : { form: 'choice', option }
}

function optionsAt(shown: readonly string[], places: readonly number[]): readonly string[] | null {
  if (new Set(places).size !== places.length) return null
  const options = places.flatMap((place) => shown[place] ?? [])
  return options.length === places.length ? options : null
}
