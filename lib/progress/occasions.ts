import { answerSchema } from '../items/answer'
import { beliefsBetrayed, beliefsTempted } from '../items/diagnosis/betrayed'
import { likelihoodOf } from '../items/diagnosis/likelihood'
import { findSoundBody, type Stored } from '../items/mark'
import type { Occasion } from './weigh-beliefs'

/** An answer as the store keeps it, beside the item that it was given to. */
export type AnsweredItem = {
  readonly atMs: number
  readonly item: Stored
  /** The version of the item that was answered. */
  readonly itemVersion: number
  readonly right: boolean
  readonly answer: unknown
}

/**
 * The answers that say something of some belief. Left out: those of which no belief speaks, and those to an item that is
 * not sound any more or asks otherwise by now.
 */
export function occasionsOf<A extends AnsweredItem>(answered: readonly A[]): readonly Occasion<A>[] {
  return answered.flatMap((one) => {
    const body = one.item.version === one.itemVersion ? findSoundBody(one.item) : null
    const answer = answerSchema.safeParse(one.answer)
    if (body === null || !answer.success) return []
    const betrays = one.right ? [] : beliefsBetrayed(body, answer.data)
    const resists = one.right ? beliefsTempted(body) : []
    const { right, otherwise } = likelihoodOf(body, answer.data)
    const bits = new Map([...otherwise].map(([id, chance]) => [id, Math.log2(chance / right)]))
    return bits.size === 0 ? [] : [{ atMs: one.atMs, evidence: one, betrays, resists, bits }]
  })
}
