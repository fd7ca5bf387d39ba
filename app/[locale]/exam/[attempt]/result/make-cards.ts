'use server'

import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { factsToRepair } from '@/lib/assessment/score'
import { redirect } from '@/lib/i18n/navigation'
import { findUserId } from '@/lib/session/session'
import { findExam } from '@/lib/store/exam/exam'
import { addCards } from '@/lib/store/review/add-cards'
import { findShown } from '@/lib/store/teach/find-shown'
import { scoreExam } from '@/lib/store/teach/marks/score-exam'

export type CardsState = { readonly error: string | null }

/** Makes cards of what a finished paper showed to be in need of repair, and leads to them. */
export async function makeCards(_before: CardsState, form: FormData): Promise<CardsState> {
  const t = await getTranslations('exam.result')
  const userId = await findUserId(await headers())
  const now = new Date()
  const exam =
    userId === undefined ? undefined : await findExam({ userId, attemptId: String(form.get('attempt')), now })
  if (userId === undefined || exam === undefined || exam.attempt.finished === null) notFound()
  // What is to be repaired tells what was wrong.
  if (!(await findShown(userId, exam, now)).shown.answers) notFound()
  const factIds = factsToRepair(await scoreExam(exam))
  const added = await addCards({ userId, factIds, source: 'exam', now })
  if (added.kind === 'refused') return { error: t('cardsFailed') }
  return redirect({ href: '/review', locale: await getLocale() })
}
