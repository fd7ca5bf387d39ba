'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { giveMark } from '@/lib/store/teach/marks/override'

type Place = { readonly courseId: string; readonly assignmentId: string; readonly studentId: string }

const text = (most: number) => z.string().trim().max(most)
/** Points as people write them, with a comma or a point; empty for none. */
const points = z
  .string()
  .trim()
  .regex(/^(\d{1,6}([.,]\d{1,2})?)?$/)
  .transform((written) => (written === '' ? null : Math.round(Number(written.replace(',', '.')) * 100)))

const formSchema = z.object({ points, reason: text(500), comment: text(1000) })

/** Gives a student a mark by hand, takes it back, or writes a comment. */
export async function saveMark(place: Place, _before: FormState, form: FormData): Promise<FormState> {
  const parsed = formSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return refused('points', form, ['points'])
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such student', form)
  const given = await giveMark({ ...place, ...parsed.data, userId, now: new Date() })
  if (given.kind === 'refused') return refused(given.error, form, given.error === 'no reason' ? ['reason'] : ['points'])
  refresh()
  return { kind: 'done' }
}
