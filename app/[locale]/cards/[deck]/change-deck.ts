'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { deleteDeck, renameDeck } from '@/lib/store/notes/deck'
import { parseDeckName } from '../parse-deck-name'

/** Gives a deck another name. */
export async function changeDeck(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const parsed = parseDeckName(form.get('name'))
  if (parsed.kind === 'refused') return refused(parsed.error, form, ['name'])
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such deck', form)
  const renamed = await renameDeck({ userId, id, name: parsed.name })
  if (renamed.kind === 'refused') return refused(renamed.error, form, ['name'])
  refresh()
  return { kind: 'done' }
}

/** Deletes a deck; its cards stay. */
export async function dropDeck(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such deck', form)
  const deleted = await deleteDeck({ userId, id })
  if (deleted.kind === 'refused') return refused(deleted.error, form)
  return redirect({ href: '/cards', locale: await getLocale() })
}
