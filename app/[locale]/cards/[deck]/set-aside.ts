'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { AsideState } from '@/components/cards/aside-form'
import { findReader } from '@/lib/session/reader'
import { resumeCards, suspendCards } from '@/lib/store/review/suspend'

const cardIds = z.array(z.uuid()).max(500)

/** Suspends a card or takes it up again, or does so with all that are shown. */
export async function setAside(_before: AsideState, form: FormData): Promise<AsideState> {
  const { userId } = await findReader()
  if (userId === undefined) return { error: null }
  const suspend = form.has('suspend')
  const which = form.get(suspend ? 'suspend' : 'resume')
  const ids = cardIds.safeParse(which === 'shown' ? form.getAll('shown') : [which])
  if (!ids.success) return { error: null }
  const act = suspend ? suspendCards : resumeCards
  const changed = await act({ userId, cardIds: ids.data, now: new Date() })
  if (changed.kind === 'refused') return { error: 'busy' }
  refresh()
  return { error: null }
}
