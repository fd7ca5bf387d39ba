/** What stands in the form for an own card. */
export type Typed = { readonly front: string; readonly back: string; readonly deck: string }

/** What was typed of a card, as it was kept in writing; null where that is none. */
export function parseNoteDraft(written: string | null): Typed | null {
  const kept: unknown = written === null ? null : JSON.parse(written)
  if (typeof kept !== 'object' || kept === null) return null
  const { front, back, deck }: Partial<Record<keyof Typed, unknown>> = kept
  return typeof front === 'string' && typeof back === 'string' && typeof deck === 'string'
    ? { front, back, deck }
    : null
}

/** What stands in a form that was sent or typed into. */
export function typedIn(form: FormData): Typed {
  const text = (name: keyof Typed) => String(form.get(name) ?? '')
  return { front: text('front'), back: text('back'), deck: text('deck') }
}
