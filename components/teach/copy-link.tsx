'use client'

import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  readonly link: string
  readonly label: string
  readonly words: { readonly copy: string; readonly copied: string; readonly copyName?: string }
}

/** A link to be copied. Where the browser keeps its clipboard from a page (over plain HTTP it does), it is there to select. */
export function CopyLink({ link, label, words }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)

  async function copy() {
    field.current?.select()
    const isDone =
      window.isSecureContext && 'clipboard' in navigator
        ? await navigator.clipboard.writeText(link).then(
            () => true,
            () => false,
          )
        : document.execCommand('copy')
    setCopied(isDone)
  }

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <input
          ref={field}
          id={id}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-11 w-0 min-w-32 grow rounded-sm border border-edge bg-sheet px-3 font-mono text-sm"
        />
        <Button onClick={copy} aria-label={words.copyName}>
          {words.copy}
        </Button>
        <span role="status" className="text-correct">
          {copied ? words.copied : ''}
        </span>
      </div>
    </div>
  )
}
