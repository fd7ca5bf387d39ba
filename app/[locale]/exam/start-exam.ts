'use server'

import { randomInt } from 'node:crypto'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { parseBlueprintForm } from '@/lib/assessment/blueprint-form'
import { redirect } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { passCookies } from '@/lib/session/pass-cookies'
import { findReader } from '@/lib/session/reader'
import { ensureUserId } from '@/lib/session/session'
import { startExam } from '@/lib/store/exam/start-exam'
import { predictToday } from '@/lib/store/plan/prediction'
import { findLearner } from '@/lib/store/review/learner'
import { wordKey } from '@/lib/tcp/word-key'

/** `error` is a sentence in the reader's language. */
export type StartState = { readonly error: string | null }

/** Starts an exam for whoever asks, or goes on with the open one; without a session a guest is made, silently. */
export async function startExamFromForm(_before: StartState, form: FormData): Promise<StartState> {
  const t = await getTranslations('exam.errors')
  const locale = await getLocale()
  const blueprint = parseBlueprintForm(form)
  if (blueprint === null) return { error: t('invalid') }
  const { userId, setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)
  const now = new Date()
  const prediction = await predictToday(userId, blueprint, await findLearner({ ...(await findReader()), userId, now }))
  const started = await startExam({ userId, blueprint, prediction, seed: randomInt(2 ** 32), now })
  if (started.kind === 'refused') return { error: t('busy') }
  if (started.kind === 'short') {
    const say = await loadSay(locale)
    const { level, wanted, available } = started
    return { error: t('short', { topic: say(`item.topics.${wordKey(started.topic)}`), level, wanted, available }) }
  }
  return redirect({ href: `/exam/${started.attemptId}`, locale })
}
