import type { Answer } from '../items/answer'
import type { AbilitySplit } from './ability-groups'
import type { Choices } from './choices'

/** What is to be looked at in an item, or in a fact. */
export type Flag =
  | { readonly kind: 'too few' }
  | { readonly kind: 'nearly all right' }
  | { readonly kind: 'nearly none right' }
  | { readonly kind: 'worse than guessing' }
  | { readonly kind: 'negative' }
  | { readonly kind: 'weak' }
  | { readonly kind: 'marginal' }
  /** More of the best took this wrong answer than the right one. */
  | { readonly kind: 'best choose'; readonly answer: Answer }
  /** Most of the best left this right statement. */
  | { readonly kind: 'best leave'; readonly answer: Answer }

/**
 * Departs: no source for 20. The standard error of a share is then up to 0.11 and of a correlation about 0.22, so that
 * whatever is said of fewer would be said of chance.
 */
export const fewestAnswers = 20
/** As Moodle's quiz report names what is at its ends: 95 % and more extremely easy, 5 % and less extremely hard or wrong. */
const nearlyAll = 0.95
const nearlyNone = 0.05
/**
 * Ebel and Frisbie, Essentials of Educational Measurement (5th ed. 1991), of the upper-lower index D, as item analyses cite
 * them: 0.40 and above very good, 0.30 to 0.39 reasonably good, 0.20 to 0.29 marginal, 0.19 and below poor. Moodle's filter
 * of questions has the same limits at 0.20 and 0.30 for its own index, the correlation with the rest of the paper: above 49
 * very good, 30 to 49 adequate, 20 to 29 weak, 0 to 19 very weak, below 0 probably invalid.
 */
const poorIndex = 0.2
const goodIndex = 0.3

/** What is rather said than to be mended: it makes no item a grave one. */
export const mildFlags: ReadonlySet<Flag['kind']> = new Set(['too few', 'marginal'])

export type Measured = {
  readonly shown: number
  readonly facility: number
  readonly guess: number
  readonly discrimination: number | null
  readonly upperLower: number | null
}

/**
 * The flags of an item or a fact, the gravest first; below 20 answers only that they are too few. `choices` with the groups
 * that they were counted by: null for a fact, whose items have different options, or where nobody stands apart.
 */
export function flagsOf(
  measured: Measured,
  choices: { readonly choices: Choices; readonly split: AbilitySplit } | null,
): readonly Flag[] {
  const { shown, facility, guess, discrimination, upperLower } = measured
  if (shown < fewestAnswers) return [{ kind: 'too few' }]
  const isEasy = facility >= nearlyAll
  const isNegative = discrimination !== null && discrimination < 0
  const flags: readonly (Flag | false)[] = [
    ...(choices === null ? [] : bestErr(choices.choices, choices.split.upper)),
    isNegative && { kind: 'negative' },
    facility < guess && { kind: 'worse than guessing' },
    facility <= nearlyNone && { kind: 'nearly none right' },
    isEasy && { kind: 'nearly all right' },
    // Where nearly all or nearly none are right there is nothing left to tell apart by.
    !isEasy && facility > nearlyNone && !isNegative && upperLower !== null && indexFlag(upperLower),
  ]
  return flags.filter((flag) => flag !== false)
}

function indexFlag(index: number): Flag | false {
  // As it is written, so that 0.30 of three tenths is 0.30.
  const written = Math.round(index * 100) / 100
  return written < poorIndex ? { kind: 'weak' } : written < goodIndex && { kind: 'marginal' }
}

function bestErr({ rows }: Choices, best: number): readonly Flag[] {
  if (rows.some(({ answer }) => answer.form === 'several'))
    return rows.flatMap(({ answer, isRight, took }): Flag[] => {
      if (isRight) return took.upper * 2 < best ? [{ kind: 'best leave', answer }] : []
      return took.upper * 2 > best ? [{ kind: 'best choose', answer }] : []
    })
  const right = rows.reduce((sum, { isRight, took }) => sum + (isRight ? took.upper : 0), 0)
  const [top] = rows
    .filter(({ isRight, took }) => !isRight && took.upper > right)
    .toSorted((a, b) => b.took.upper - a.took.upper)
  return top === undefined ? [] : [{ kind: 'best choose', answer: top.answer }]
}
