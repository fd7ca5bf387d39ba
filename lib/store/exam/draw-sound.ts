import 'server-only'
import type { Blueprint } from '../../assessment/blueprint'
import { drawPaper } from '../../assessment/paper'
import { findSoundBody } from '../../items/mark'
import type { ExamItem } from './exam-items'

/** A paper of items that are all proved against the machine: what is not is left out, and the paper drawn again. */
export function drawSound(
  { blueprint, seed }: { readonly blueprint: Blueprint; readonly seed: number },
  items: readonly ExamItem[],
  avoidItemIds: ReadonlySet<string>,
): ReturnType<typeof drawPaper<ExamItem>> {
  const drawn = drawPaper({ blueprint, candidates: items, seed, avoidItemIds })
  if (drawn.kind === 'short') return drawn
  const unsound = new Set(drawn.questions.map(({ item }) => item).filter((item) => findSoundBody(item) === null))
  const sound = items.filter((item) => !unsound.has(item))
  return unsound.size === 0 ? drawn : drawSound({ blueprint, seed }, sound, avoidItemIds)
}
