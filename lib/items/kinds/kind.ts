import type { Machine } from '../../misconceptions/machine'
import type { Answer, AnswerForm } from '../answer'
import type { Explanation } from '../explanation'
import type { BodyOf, Item, ItemKind } from '../item'

/** How one kind of item is made, keyed, scored and explained. The bank's order and the words are not its affair. */
export type Kind<K extends ItemKind> = {
  readonly kind: K
  /** What the browser lets a person do; `place` is a choice made on the state diagram. */
  readonly control: AnswerForm | 'place'
  /** Every item of this kind that the machine's facts give. */
  readonly make: () => readonly (Item & { readonly body: BodyOf<K> })[]
  /** What can be chosen or ordered, in an order that gives nothing away. Empty for what is typed. */
  readonly offered: (body: BodyOf<K>) => readonly string[]
  /**
   * Whether one of the options offered is right, or a typed text: decided by running the machine. By a mutant, whether its
   * holder takes it for right.
   */
  readonly isRight: (body: BodyOf<K>, option: string, by?: Machine) => boolean
  /** Whether an answer is right. An answer of another form is wrong. */
  readonly score: (body: BodyOf<K>, answer: Answer) => boolean
  readonly explain: (body: BodyOf<K>, answer: Answer) => Explanation
}

/** The score of a kind that is answered by one option: offered, and right. */
export function scoreChoice<K extends ItemKind>(kind: Pick<Kind<K>, 'offered' | 'isRight'>): Kind<K>['score'] {
  return (body, answer) =>
    answer.form === 'choice' && kind.offered(body).includes(answer.option) && kind.isRight(body, answer.option)
}

/** The option that an answer chose, or null. */
export function chosen(answer: Answer): string | null {
  return answer.form === 'choice' ? answer.option : null
}

/** An option in the machine's words: what sort of thing, and which. */
export function optionOf(sort: string, name: string): string {
  return `${sort}:${name}`
}

/** The name in an option of this sort, or null where the option is of another sort. */
export function nameIn(option: string | null, sort: string): string | null {
  return option?.startsWith(`${sort}:`) ? option.slice(sort.length + 1) : null
}
