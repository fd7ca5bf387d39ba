import { varianceOf } from './correlation'
import type { MarkedPaper, MarkedQuestion } from './marked-paper'

/**
 * How far the same students would stand alike on another paper of the same kind, in Cronbach's alpha; `sem` and `sd` are
 * in points. `parts` says what it was summed over.
 */
export type Reliability =
  | {
      readonly kind: 'said'
      readonly parts: 'items' | 'strata'
      readonly count: number
      readonly alpha: number
      readonly sem: number
      readonly sd: number
    }
  | { readonly kind: 'unsaid'; readonly why: 'too few papers' | 'too few parts' | 'papers differ' | 'all alike' }

/**
 * Cronbach's alpha (Cronbach 1951, Psychometrika 16:297–334) with the standard error of measurement:
 *
 * α = k ÷ (k − 1) · (1 − Σ σ²(part) ÷ σ²(total)), SEM = σ(total) · √(1 − α)
 *
 * Where everybody had the same items the parts are the items, and this is alpha as everybody knows it. Where papers were
 * drawn, an item of one student's is not there for another, and a place in the order means nothing; but papers of one
 * blueprint have the same number of questions in each stratum (topic, level, length of the way), so the parts are the
 * strata, each with the points earned in it. A sum over any split into parts is a lower bound of reliability as long as the
 * errors of different parts are independent (Guttman 1945, Psychometrika 10:255–282, λ3), which drawing them independently
 * makes them; the luck of the draw counts as error then, as it should. Where the strata differ too, it is not said. Nor is
 * a negative alpha turned into an error of measurement that is larger than the spread.
 */
export function reliabilityOf(papers: readonly MarkedPaper[]): Reliability {
  if (papers.length < 2) return { kind: 'unsaid', why: 'too few papers' }
  const byItem = partsOf(papers, ({ itemId, version }) => `${version} ${itemId}`)
  const parts = byItem ?? partsOf(papers, ({ topic, level, pathLength }) => `${topic} ${level} ${pathLength}`)
  if (parts === null) return { kind: 'unsaid', why: 'papers differ' }
  const count = parts[0]?.length ?? 0
  if (count < 2) return { kind: 'unsaid', why: 'too few parts' }
  const total = varianceOf(parts.map((earned) => earned.reduce((sum, points) => sum + points, 0)))
  if (total === 0) return { kind: 'unsaid', why: 'all alike' }
  let within = 0
  for (let part = 0; part < count; part++) within += varianceOf(parts.map((earned) => earned[part] ?? 0))
  const alpha = (count / (count - 1)) * (1 - within / total)
  const sd = Math.sqrt(total) / 100
  const sem = sd * Math.sqrt(1 - Math.max(0, alpha))
  return { kind: 'said', parts: byItem === null ? 'strata' : 'items', count, alpha, sem, sd }
}

/** The hundredths of points that each paper earned in each part, in one order; null where the papers are not made of the same parts. */
function partsOf(
  papers: readonly MarkedPaper[],
  partOf: (question: MarkedQuestion) => string,
): readonly (readonly number[])[] | null {
  let shape: string | null = null
  const parts: (readonly number[])[] = []
  for (const { questions } of papers) {
    const own = new Map<string, { earned: number; outOf: number; questions: number }>()
    for (const question of questions) {
      const name = partOf(question)
      const part = own.get(name) ?? { earned: 0, outOf: 0, questions: 0 }
      part.earned += question.points * question.credit
      part.outOf += question.points
      part.questions += 1
      own.set(name, part)
    }
    const sorted = [...own].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const written = JSON.stringify(sorted.map(([name, part]) => [name, part.outOf, part.questions]))
    if (shape !== null && written !== shape) return null
    shape = written
    parts.push(sorted.map(([, { earned }]) => earned))
  }
  return parts
}
