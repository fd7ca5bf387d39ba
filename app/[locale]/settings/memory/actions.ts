'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findUserId } from '@/lib/session/session'
import { forgetWeights } from '@/lib/store/training/forget-weights'
import { askTraining } from '@/lib/store/training/training'

/** Asks for a training of the parameters of whoever sent it. */
export async function train(_before: FormState, form: FormData): Promise<FormState> {
  const userId = await findUserId(await headers())
  if (userId === undefined) return refused('too few', form)
  const asked = await askTraining(userId, new Date())
  if (asked.kind === 'refused') return refused(asked.error, form)
  refresh()
  return { kind: 'done' }
}

/** Takes whoever sent it back to the algorithm's own parameters. */
export async function forget(_before: FormState, form: FormData): Promise<FormState> {
  const userId = await findUserId(await headers())
  const forgotten = userId === undefined ? undefined : await forgetWeights(userId, new Date())
  if (forgotten?.kind === 'refused') return refused(forgotten.error, form)
  refresh()
  return { kind: 'done' }
}
