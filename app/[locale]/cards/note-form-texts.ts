import type { getTranslations } from 'next-intl/server'
import type { NoteFormTexts } from '@/components/cards/note-form'

/** The words of the form for an own card. */
export function noteFormTexts(t: Awaited<ReturnType<typeof getTranslations<'cards'>>>): NoteFormTexts {
  return {
    front: t('front'),
    back: t('back'),
    sideHint: t('sideHint'),
    deck: t('deck'),
    noDeck: t('noDeck'),
    preview: t('preview'),
    save: t('save'),
    saveAnyway: t('saveAnyway'),
    warning: t('warning'),
    verdicts: t('verdicts'),
    unchecked: t('unchecked'),
  }
}
