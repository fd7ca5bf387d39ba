'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { deleteNote } from '@/lib/store/notes/delete-note'

/** Deletes an own card once its learner has said that they want to. */
export async function dropNote(id: string, _before: FormState, form: FormData): Promise<FormState> {
  if (!form.has('confirmed')) return refused('unconfirmed', form, ['confirmed'])
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such card', form)
  const deleted = await deleteNote({ userId, id, now: new Date() })
  if (deleted.kind === 'refused') return refused(deleted.error, form)
  return redirect({ href: '/cards', locale: await getLocale() })
}
