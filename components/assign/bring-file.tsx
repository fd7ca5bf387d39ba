'use client'

import { useState } from 'react'
import { fill } from '@/components/practice/fill'

export type BringTexts = Readonly<
  Record<'bring' | 'bringHint' | 'brought' | 'broughtNone' | 'notSealed' | 'notOfThis' | 'failed', string>
>

type Props = { readonly assignmentId: string; readonly texts: BringTexts; readonly onDone: () => void }

/** Takes a student's file of answers that the network kept. */
export function BringFile({ assignmentId, texts, onDone }: Props) {
  const [said, setSaid] = useState({ text: '', isBad: false })
  const bring = async (file: File | undefined) => {
    if (file === undefined) return
    setSaid(await send(assignmentId, await file.text(), texts))
    onDone()
  }
  return (
    <section className="flex flex-col gap-2 border-rule border-t pt-4">
      <label className="flex flex-col gap-1 font-medium">
        {texts.bring}
        <input
          type="file"
          accept="application/json,.json"
          className="min-h-11 max-w-full"
          onChange={(event) => void bring(event.target.files?.[0])}
        />
      </label>
      <p className="text-muted text-sm">{texts.bringHint}</p>
      <p role="status" className={said.isBad ? 'text-wrong' : 'text-correct'}>
        {said.text}
      </p>
    </section>
  )
}

type Reply = { readonly count?: number; readonly name?: string; readonly error?: string }

async function send(assignmentId: string, body: string, texts: BringTexts) {
  try {
    const response = await fetch(`/api/v1/assignments/${assignmentId}/files`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    const { count = 0, name = '', error }: Reply = await response.json()
    if (response.ok)
      return { text: fill(count === 0 ? texts.broughtNone : texts.brought, { name, count }), isBad: false }
    if (response.status === 400) return { text: texts.notSealed, isBad: true }
    return { text: error === 'no such try' ? texts.notOfThis : texts.failed, isBad: true }
  } catch {
    return { text: texts.failed, isBad: true }
  }
}
