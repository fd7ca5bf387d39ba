import type { Answer } from '../answer'
import type { Body } from '../item'
import { controlOf } from '../kinds/all'
import { isSame } from './likelihood'
import { type View, viewOfAnswer, viewsOf } from './views'

/**
 * The beliefs whose holder would have given this wrong answer, by running their machines: those who see it just so first. Of
 * several statements it is enough that all which a holder misjudges are misjudged; who misjudges the most of them comes first.
 * Empty where the answer is right.
 */
export function beliefsBetrayed(body: Body, answer: Answer): readonly string[] {
  const { right, otherwise } = viewsOf(body)
  const given = viewOfAnswer(answer)
  if (controlOf(body) !== 'several') {
    const isRight = given.some((option) => right.includes(option))
    return isRight ? [] : [...otherwise].flatMap(([id, view]) => (given.some((one) => view.includes(one)) ? [id] : []))
  }
  const misjudged = differing(given, right)
  return [...otherwise]
    .map(([id, view]) => ({ id, astray: differing(view, right) }))
    .filter(({ astray }) => astray.every((option) => misjudged.includes(option)))
    .toSorted(
      (a, b) =>
        Number(isSame(b.astray, misjudged)) - Number(isSame(a.astray, misjudged)) || b.astray.length - a.astray.length,
    )
    .map(({ id }) => id)
}

/** The options that are in one of two views alone. */
function differing(one: View, other: View): View {
  return [...one.filter((option) => !other.includes(option)), ...other.filter((option) => !one.includes(option))]
}

/** The beliefs whose holder sees a question otherwise than the RFC: a right answer to it speaks against each of them. */
export function beliefsTempted(body: Body): readonly string[] {
  return [...viewsOf(body).otherwise.keys()]
}
