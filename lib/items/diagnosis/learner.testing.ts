import { states } from '../../tcp/states'
import type { Answer } from '../answer'
import type { Body } from '../item'
import { controlOf, offeredBy } from '../kinds/all'
import { type Random, shuffled } from '../random'
import { isSame, type Noise, slipsOfOne } from './likelihood'
import { type View, viewsOf } from './views'

/**
 * What a made-up learner answers who holds one belief (null: none). They answer as their machine does, but slip, and where
 * it errs guess right, as often as the noise says. Drawn as answers and not by the likelihoods that are to be tried.
 */
export function answerOf(body: Body, belief: string | null, noise: Noise, random: Random): Answer {
  const { right, otherwise } = viewsOf(body)
  const view = otherwise.get(belief ?? '') ?? right
  const drawn = random()
  if (drawn < noise.slip) return slip(body, view, right, random)
  if (!isSame(view, right) && drawn < noise.slip + noise.guess) return told(body, right, random)
  return view.length === 0 && controlOf(body) !== 'several' ? other(body, [right], random) : told(body, view, random)
}

/** Of several statements one is misjudged, mostly; of others anything else is said. */
function slip(body: Body, view: View, right: View, random: Random): Answer {
  if (controlOf(body) !== 'several') return other(body, [view, right], random)
  if (random() >= slipsOfOne) return other(body, [view], random)
  const [one = ''] = shuffled(offeredBy(body), random)
  const ticked = view.includes(one) ? view.filter((option) => option !== one) : [...view, one]
  return { form: 'several', options: [...ticked] }
}

function told(body: Body, view: View, random: Random): Answer {
  const [first = ''] = shuffled(view, random)
  switch (controlOf(body)) {
    case 'choice':
    case 'place':
      return { form: 'choice', option: first }
    case 'several':
      return { form: 'several', options: [...view] }
    case 'order':
      return { form: 'order', options: [...view] }
    case 'fill':
      return { form: 'fill', options: [...view] }
    case 'text':
      return { form: 'text', text: first }
    case 'numbers': {
      const [seq = '', ack = ''] = first.split(' ')
      return { form: 'numbers', seq: Number(seq), ack: ack === '–' ? null : Number(ack) }
    }
  }
}

/** An answer that is none of these. */
function other(body: Body, views: readonly View[], random: Random): Answer {
  switch (controlOf(body)) {
    case 'choice':
    case 'place':
    case 'text': {
      const all: readonly string[] = controlOf(body) === 'text' ? states : offeredBy(body)
      const left = all.filter((option) => !views.some((view) => view.includes(option)))
      return told(body, left.length === 0 ? all : left, random)
    }
    case 'several': {
      const ticked = offeredBy(body).filter(() => random() < 0.5)
      return views.some((view) => isSame(view, ticked)) ? other(body, views, random) : told(body, ticked, random)
    }
    case 'order':
      return { form: 'order', options: [] }
    case 'fill':
      return { form: 'fill', options: [] }
    case 'numbers':
      return { form: 'numbers', seq: Math.floor(random() * 1e6) + 1e6, ack: null }
  }
}
