'use client'

import { useState, useTransition } from 'react'
import { ItemAnswer } from '@/components/item/item-answer'
import { givenBy } from '@/components/practice/draft'
import { post } from '@/components/practice/send-answer'
import type { PracticeTexts } from '@/components/practice/texts'
import { useDraft } from '@/components/practice/use-draft'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Words } from '@/components/ui/words'
import type { PresentedItem } from '@/lib/words/presented-item'

export type LiveTexts = Readonly<Record<'send' | 'sendAgain' | 'sent' | 'sending' | 'failed' | 'anonymous', string>> & {
  readonly errors: Readonly<Record<string, string>>
}

type Props = {
  readonly code: string
  readonly item: PresentedItem
  /** Whether this phone has answered before. */
  readonly hasAnswered: boolean
  readonly texts: LiveTexts
  readonly practiceTexts: PracticeTexts
}

/** Where a phone in the hall answers, and answers anew until the question is closed. */
export function LiveAnswer({ code, item, hasAnswered, texts, practiceTexts }: Props) {
  const { draft, setDraft } = useDraft(`live ${code}`, item)
  const [said, setSaid] = useState({ text: hasAnswered ? texts.sent : '', isWrong: false })
  const [isSent, setSent] = useState(hasAnswered)
  const [pending, startSending] = useTransition()
  const isHydrated = useHydrated()
  const given = givenBy(item, draft)
  const send = () =>
    startSending(async () => {
      const sent = await post(`/api/v1/live/${code}/answers`, { given })
      if (sent.kind === 'marked') {
        setSent(true)
        setSaid({ text: texts.sent, isWrong: false })
      } else {
        const why = sent.kind === 'refused' ? texts.errors[sent.error] : undefined
        setSaid({ text: why ?? texts.failed, isWrong: true })
      }
    })
  return (
    <form
      inert={!isHydrated}
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (given !== null && !pending) send()
      }}
    >
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-2 text-muted text-sm">
          <Words text={item.hint} />
        </legend>
        <ItemAnswer {...{ item, draft }} feedback={null} onDraft={setDraft} texts={practiceTexts} />
      </fieldset>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" disabled={given === null || pending}>
          {isSent ? texts.sendAgain : texts.send}
        </Button>
        <p role="status" className={said.isWrong && !pending ? 'text-wrong' : 'text-correct'}>
          {pending ? texts.sending : said.text}
        </p>
      </div>
      <p className="text-muted text-sm">{texts.anonymous}</p>
    </form>
  )
}
