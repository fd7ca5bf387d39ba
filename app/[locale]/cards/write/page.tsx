import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoteForm } from '@/components/cards/note-form'
import { Page } from '@/components/ui/page'
import { findReader } from '@/lib/session/reader'
import { listDecks } from '@/lib/store/notes/deck'
import { noteErrors } from '../note-errors'
import { noteFormTexts } from '../note-form-texts'
import { saveNote } from '../save-note'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cards')
  return { title: t('writeTitle') }
}

/** A new card of the learner's own. */
export default async function WritePage({ searchParams }: PageProps<'/[locale]/cards/write'>) {
  const t = await getTranslations('cards')
  const { userId } = await findReader()
  const decks = userId === undefined ? [] : await listDecks(userId)
  const { deck } = await searchParams
  const chosen = decks.find(({ id }) => id === deck)?.id ?? ''
  return (
    <Page title={t('writeTitle')} width="page">
      <p className="max-w-text">{t('writeLead')}</p>
      <NoteForm
        act={saveNote.bind(null, null)}
        note={{ front: '', back: '', deck: chosen }}
        draftName="new"
        decks={decks}
        texts={noteFormTexts(t)}
        errors={noteErrors(t)}
      />
    </Page>
  )
}
