'use client'

import { Button } from '@/components/ui/button'

/** Opens the browser's print dialogue. */
export function PrintButton({ text }: { readonly text: string }) {
  return (
    <Button look="primary" onClick={() => window.print()}>
      {text}
    </Button>
  )
}
