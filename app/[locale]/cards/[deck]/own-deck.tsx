import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextField } from '@/components/ui/form/fields'
import type { OwnDeck as OwnedDeck } from '@/lib/store/notes/deck'
import { deckErrors } from '../deck-errors'
import { changeDeck, dropDeck } from './change-deck'

/** What can be changed of a deck of one's own. */
export async function OwnDeck({ own }: { readonly own: OwnedDeck }) {
  const t = await getTranslations('cards')
  return (
    <details className="max-w-text border-rule border-t pt-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center">{t('changeDeck')}</summary>
      <div className="flex flex-col gap-8 pt-4">
        <ActionForm
          act={changeDeck.bind(null, own.id)}
          submit={t('rename')}
          done={t('renamed')}
          errors={deckErrors(t)}
          look="plain"
        >
          <TextField name="name" label={t('deckName')} defaultValue={own.name} maxLength={120} autoComplete="off" />
        </ActionForm>
        <ActionForm act={dropDeck.bind(null, own.id)} submit={t('deleteDeck')} errors={deckErrors(t)} look="plain">
          <p className="text-muted">{t('deleteDeckHint')}</p>
        </ActionForm>
      </div>
    </details>
  )
}
