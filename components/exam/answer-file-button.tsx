'use client'

import { Button } from '@/components/ui/button'
import type { AnswerFile } from '@/lib/assessment/answer-file'
import { canSeal, sealAnswers } from './seal-answers'
import type { ExamTexts } from './texts'

type Props = {
  readonly attemptId: string
  /** The server's public key for such files. */
  readonly answerKey: string
  readonly unsaved: () => AnswerFile['answers']
  readonly texts: ExamTexts
}

/** Where the network stays away: what is not saved, as a sealed file that the teacher can bring in. */
export function AnswerFileButton({ attemptId, answerKey, unsaved, texts }: Props) {
  if (!canSeal()) return null
  const download = async () => {
    const sealed = await sealAnswers({ attemptId, answers: unsaved() }, answerKey)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(sealed)], { type: 'application/json' }))
    link.download = `timewait-${attemptId.slice(0, 8)}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="flex flex-col items-start gap-2 border-wrong border-l-4 bg-sheet p-4">
      <p>{texts.fileLead}</p>
      <Button onClick={() => void download()}>{texts.file}</Button>
    </div>
  )
}
