'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  readonly fact: string
  readonly source: 'practice' | 'learn'
  readonly words: { readonly remember: string; readonly remembered: string; readonly failed: string }
}

type Status = 'open' | 'sending' | 'remembered' | 'failed'

/** Makes a card of a fact. Pressed again after a failure it tries again; a card twice is one card. */
export function Remember({ fact, source, words }: Props) {
  const [status, setStatus] = useState<Status>('open')
  async function remember() {
    setStatus('sending')
    setStatus((await send({ fact, source })) ? 'remembered' : 'failed')
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      {status !== 'remembered' && (
        <Button onClick={remember} disabled={status === 'sending'}>
          {words.remember}
        </Button>
      )}
      <span role="status" className={status === 'failed' ? 'text-wrong' : 'text-muted'}>
        {status === 'remembered' ? words.remembered : status === 'failed' ? words.failed : ''}
      </span>
    </span>
  )
}

async function send(body: { readonly fact: string; readonly source: string }): Promise<boolean> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch('/api/v1/cards', { method: 'POST', headers, body: JSON.stringify(body) })
    return response.ok
  } catch {
    return false
  }
}
