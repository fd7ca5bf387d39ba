'use server'

import { getLocale } from 'next-intl/server'
import type { Sent } from '@/components/practice/send-answer'
import { loadSay } from '@/lib/i18n/say'
import { markBody } from '@/lib/items/mark'
import { givenSchema } from '@/lib/items/shown'
import { findReader } from '@/lib/session/reader'
import { findCourse } from '@/lib/store/teach/course'
import { questionDraftSchema, writeAuthored } from '@/lib/teach/authored'
import { type AuthorPreview, presentWritten } from '@/lib/words/present-authored'
import { presentFeedback } from '@/lib/words/present-feedback'
import { previewSeed } from './preview-seed'

/** What the machine says to a draft, and the question that a student would see. Nothing is kept. */
export async function checkQuestion(courseId: string, draft: unknown): Promise<AuthorPreview> {
  const say = await loadSay(await getLocale())
  const parsed = questionDraftSchema.safeParse(draft)
  if (!parsed.success || !(await mayWrite(courseId))) return { kind: 'refused', why: say('author.refused.invalid') }
  return presentWritten(say, writeAuthored(parsed.data), previewSeed)
}

/** What a student is told who answers a draft so. */
export async function markDraft(courseId: string, draft: unknown, given: unknown): Promise<Sent> {
  const say = await loadSay(await getLocale())
  const parsed = questionDraftSchema.safeParse(draft)
  const sent = givenSchema.safeParse(given)
  if (!parsed.success || !sent.success || !(await mayWrite(courseId))) return { kind: 'refused', error: 'invalid' }
  const written = writeAuthored(parsed.data)
  if (written.kind !== 'written') return { kind: 'refused', error: 'withdrawn' }
  const marked = markBody(written.authored.body, previewSeed, sent.data)
  if (marked.kind === 'refused') return { kind: 'refused', error: marked.error }
  return { kind: 'marked', feedback: presentFeedback(say, marked.body, marked.shown, marked.answer) }
}

async function mayWrite(courseId: string): Promise<boolean> {
  const { userId } = await findReader()
  if (userId === undefined) return false
  return (await findCourse({ userId, courseId, act: 'edit assignments' })) !== undefined
}
