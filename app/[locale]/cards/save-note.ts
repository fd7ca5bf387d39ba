'use server'

import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import type { NoteState } from '@/components/cards/note-form'
import { redirect } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { passCookies } from '@/lib/session/pass-cookies'
import { ensureUserId } from '@/lib/session/session'
import { addNote, changeNote } from '@/lib/store/notes/write-note'
import { presentNote, verdictsOn } from '@/lib/words/present-note'
import { parseNote } from '@/lib/words/written-note'

/** Far more than a side can have, so that a refusal can say so; beyond it nothing is read. */
const text = z.string().max(200_000).catch('')
const typedForm = z.object({
  front: text,
  back: text,
  deck: z.union([z.uuid(), z.literal('')]).catch(''),
  intent: z.enum(['preview', 'save']).catch('preview'),
  /** The claims that were warned of already. */
  warnedOf: z.string().catch(''),
})

/**
 * Shows how a card will look and what the machine says to it, or keeps it. One with a claim that fails is kept at the
 * second try: the first shows the warning. `id` is null for a new card; without a session a guest is made, silently.
 */
export async function saveNote(id: string | null, _before: NoteState, form: FormData): Promise<NoteState> {
  const { intent, warnedOf, ...typed } = typedForm.parse(Object.fromEntries(form))
  const parsed = parseNote(typed)
  if (parsed.kind === 'refused') return { kind: 'refused', error: parsed.error, typed }
  const locale = await getLocale()
  const say = await loadSay(locale)
  const verdicts = verdictsOn(say, parsed.note)
  const failing = verdicts.flatMap(({ kind, claim }) => (kind === 'fails' ? [claim] : [])).join('\n')
  const shown = { preview: presentNote(say, { ...parsed.note, deckName: null }), verdicts, warnedOf: failing, typed }
  if (intent === 'preview') return { kind: 'previewed', ...shown }
  if (failing !== '' && failing !== warnedOf.replace(/\r\n?/g, '\n')) return { kind: 'warned', ...shown }

  const { userId, setCookies } = await ensureUserId(await headers())
  await passCookies(setCookies)
  const written = { userId, ...parsed.note, deckId: typed.deck === '' ? null : typed.deck, now: new Date() }
  const kept = id === null ? await addNote(written) : await changeNote(id, written)
  if (kept.kind === 'refused') return { kind: 'refused', error: kept.error, typed }
  return redirect({ href: `/cards/${typed.deck === '' ? 'mine' : typed.deck}`, locale })
}
