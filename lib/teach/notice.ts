import { z } from 'zod'

const where = { courseId: z.string(), assignmentId: z.string(), title: z.string() }

/** What somebody is told. None says a mark: the page that it leads to says what the release lets be seen. */
export const noticeSchema = z.discriminatedUnion('kind', [
  /** An assignment was marked anew, and one's mark is another. */
  z.strictObject({ kind: z.literal('regraded'), ...where }),
  /** Staff gave a mark by hand, or a comment. */
  z.strictObject({ kind: z.literal('marked'), ...where }),
  z.strictObject({
    kind: z.literal('report answered'),
    ...where,
    position: z.int().min(0),
    outcome: z.enum(['kept', 'withdrawn']),
    answer: z.string(),
  }),
  /** Cards were made of the facts of what a class believes. */
  z.strictObject({ kind: z.literal('review set'), ...where, belief: z.string(), cards: z.int().min(1) }),
])

export type NoticeDetail = z.infer<typeof noticeSchema>
