import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoteForm } from '@/components/cards/note-form'
import { Page } from '@/components/ui/page'
import { findReader } from '@/lib/session/reader'
import { listDecks } from '@/lib/store/notes/deck'
import { noteErrors } from '../note-errors'
import { noteFormTexts } from '../note-form-texts'
import { saveNote } from '../save-note'
import { readMoment } from './read-moment'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cards')
  return { title: t('writeTitle') }
}

/** A new card of the learner's own. */
export default async function WritePage({ searchParams }: PageProps<'/[locale]/cards/write'>) {
  const t = await getTranslations('cards')
  const { userId } = await findReader()
  const decks = userId === undefined ? [] : await listDecks(userId)
  const { deck, s } = await searchParams
  const chosen = decks.find(({ id }) => id === deck)?.id ?? ''
  const link = [s].flat()[0]
  const moment = link === undefined ? null : await readMoment(link)
  const sides = moment?.kind === 'read' ? moment.sides : { front: '', back: '' }
  return (
    <Page title={t('writeTitle')} width="page" {...(moment?.kind === 'read' && { back: moment.back })}>
      <p className="max-w-text">{t('writeLead')}</p>
      {moment !== null && (
        <p className="max-w-text border-accent border-l-4 pl-4" role={moment.kind === 'read' ? undefined : 'alert'}>
          {moment.says}
        </p>
      )}
      <NoteForm
        act={saveNote.bind(null, null)}
        note={{ ...sides, deck: chosen }}
        draftName={moment?.kind === 'read' ? `of ${link}` : 'new'}
        decks={decks}
        texts={noteFormTexts(t)}
        errors={noteErrors(t)}
      />
    </Page>
  )
}
