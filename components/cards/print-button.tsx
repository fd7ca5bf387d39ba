'use client'

import { Button } from '@/components/ui/button'

type Props = { readonly text: string; readonly look?: 'primary' | 'plain' }

/** Opens the browser's print dialogue. */
export function PrintButton({ text, look = 'primary' }: Props) {
  return (
    <Button look={look} onClick={() => window.print()}>
      {text}
    </Button>
  )
}
