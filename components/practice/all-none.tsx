'use client'

import type { MouseEvent } from 'react'
import { textLink } from '@/components/ui/text-link'

/** Ticks or unticks every box of the fieldset that it stands in. Without scripts it is not there. */
export function AllNone({ all, none }: { readonly all: string; readonly none: string }) {
  const tick = (event: MouseEvent<HTMLButtonElement>, checked: boolean) => {
    const boxes = event.currentTarget.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type=checkbox]')
    for (const box of boxes ?? []) box.checked = checked
  }
  return (
    <div className="mb-1 flex gap-5 text-sm [@media(scripting:none)]:hidden">
      <button type="button" className={`min-h-8 ${textLink}`} onClick={(event) => tick(event, true)}>
        {all}
      </button>
      <button type="button" className={`min-h-8 ${textLink}`} onClick={(event) => tick(event, false)}>
        {none}
      </button>
    </div>
  )
}
