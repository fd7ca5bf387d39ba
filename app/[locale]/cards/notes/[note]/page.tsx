import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { NoteForm } from '@/components/cards/note-form'
import { Verdicts } from '@/components/cards/verdicts'
import { ActionForm } from '@/components/ui/form/action-form'
import { TickField } from '@/components/ui/form/fields'
import { Page } from '@/components/ui/page'
import { loadSay } from '@/lib/i18n/say'
import { findReader } from '@/lib/session/reader'
import { listDecks } from '@/lib/store/notes/deck'
import { findNote } from '@/lib/store/notes/note'
import { presentNote } from '@/lib/words/present-note'
import { noteErrors } from '../../note-errors'
import { noteFormTexts } from '../../note-form-texts'
import { saveNote } from '../../save-note'
import { dropNote } from './drop-note'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cards')
  return { title: t('editTitle') }
}

/** A card of the learner's own, to change or to delete. */
export default async function NotePage({ params }: PageProps<'/[locale]/cards/notes/[note]'>) {
  const t = await getTranslations('cards')
  const { note: id } = await params
  const { userId } = await findReader()
  const note = userId === undefined ? undefined : await findNote({ userId, id })
  if (userId === undefined || note === undefined) notFound()
  const { warnings } = presentNote(await loadSay(await getLocale()), note)
  return (
    <Page title={t('editTitle')} width="page">
      {warnings.length > 0 && <Verdicts title={t('warned')} verdicts={warnings} />}
      <NoteForm
        act={saveNote.bind(null, id)}
        note={{ front: note.front, back: note.back, deck: note.deckId ?? '' }}
        draftName={id}
        decks={await listDecks(userId)}
        texts={noteFormTexts(t)}
        errors={noteErrors(t)}
      />
      <section className="flex max-w-text flex-col gap-3 border-rule border-t pt-6">
        <h2>{t('deleteTitle')}</h2>
        <p>{t('deleteLead')}</p>
        <ActionForm
          act={dropNote.bind(null, id)}
          submit={t('delete')}
          errors={{ ...noteErrors(t), unconfirmed: t('deleteUnconfirmed') }}
          look="plain"
        >
          <TickField name="confirmed" label={t('deleteConfirm')} defaultChecked={false} />
        </ActionForm>
      </section>
    </Page>
  )
}
