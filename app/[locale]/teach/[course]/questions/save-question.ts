'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { deleteQuestion, writeQuestion } from '@/lib/store/teach/write-question'
import { questionDraftSchema, writeAuthored } from '@/lib/teach/authored'

/** Which question of which course; `questionId` is null for a new one. */
type Which = { readonly courseId: string; readonly questionId: string | null }

/** Keeps a draft as a question, or as its next version. What the machine makes no question of is not kept. */
export async function saveQuestion(
  { courseId, questionId }: Which,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such question', form)
  const draft = questionDraftSchema.safeParse(readDraft(form))
  if (!draft.success) return refused('invalid', form)
  const written = writeAuthored(draft.data)
  if (written.kind !== 'written') return refused('invalid', form)
  const { authored, verdict } = written
  const question = { userId, courseId, questionId, title: draft.data.title, authored, verdict, now: new Date() }
  const kept = await writeQuestion(question)
  if (kept.kind === 'refused') return refused(kept.error, form)
  return redirect({ href: `/teach/${courseId}/questions`, locale: await getLocale() })
}

/** The draft that the editor has sent along; undefined where it is no JSON. */
function readDraft(form: FormData): unknown {
  try {
    return JSON.parse(String(form.get('draft')))
  } catch {
    return undefined
  }
}

/** Takes a question out of the course's list. */
export async function removeQuestion(
  { courseId, questionId }: { readonly courseId: string; readonly questionId: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such question', form)
  const deleted = await deleteQuestion({ userId, courseId, questionId, now: new Date() })
  if (deleted.kind === 'refused') return refused(deleted.error, form)
  return redirect({ href: `/teach/${courseId}/questions`, locale: await getLocale() })
}
