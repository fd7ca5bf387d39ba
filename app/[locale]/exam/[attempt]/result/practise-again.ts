'use server'

import { randomInt } from 'node:crypto'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { drawPaper } from '@/lib/assessment/paper'
import { redirect } from '@/lib/i18n/navigation'
import { findUserId } from '@/lib/session/session'
import { createPractice } from '@/lib/store/create-practice'
import { findExam } from '@/lib/store/exam/exam'
import { listExamItems } from '@/lib/store/exam/exam-items'

export type AgainState = { readonly error: string | null }

/** Makes a practice of a finished paper: the same strata, other items as far as the bank has others. */
export async function practiseAgain(_before: AgainState, form: FormData): Promise<AgainState> {
  const t = await getTranslations('exam.result')
  const userId = await findUserId(await headers())
  const now = new Date()
  const attemptId = String(form.get('attempt'))
  const exam = userId === undefined ? undefined : await findExam({ userId, attemptId, now })
  if (userId === undefined || exam === undefined || exam.attempt.finished === null) notFound()
  const drawn = drawPaper({
    blueprint: exam.blueprint,
    candidates: await listExamItems(),
    seed: randomInt(2 ** 32),
    avoidItemIds: new Set(exam.paper.map(({ item }) => item.id)),
  })
  if (drawn.kind === 'short') return { error: t('againFailed') }
  const started = await createPractice({
    userId,
    topics: [...new Set(drawn.questions.map(({ item }) => item.topic))],
    kinds: [...new Set(drawn.questions.map(({ item }) => item.body.kind))],
    items: drawn.questions.map(({ item, seed }) => ({ itemId: item.id, seed })),
    now,
  })
  if (started.kind === 'refused') return { error: t('againFailed') }
  return redirect({ href: `/practice/${started.practiceId}`, locale: await getLocale() })
}
