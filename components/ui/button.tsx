import type { ComponentProps } from 'react'

const looks = {
  primary: 'justify-center px-4 border-accent bg-accent text-on-accent hover:opacity-90',
  plain: 'justify-center px-4 border-edge bg-sheet text-ink hover:border-ink',
  // Where many stand side by side.
  compact: 'justify-center px-3 border-edge bg-sheet text-ink text-sm hover:border-ink',
  // As a link looks, for a name in a table that does something.
  bare: 'border-transparent text-left text-accent underline',
} as const

/** What a button looks like, for links that act as one. At least 44 px high: it is pressed with thumbs. */
export function buttonClass(look: keyof typeof looks = 'plain'): string {
  return `inline-flex min-h-11 items-center gap-2 rounded-sm border font-medium disabled:opacity-50 aria-disabled:border-dashed aria-disabled:text-muted ${looks[look]}`
}

type Props = Omit<ComponentProps<'button'>, 'className'> & { readonly look?: keyof typeof looks }

export function Button({ look = 'plain', type = 'button', ...rest }: Props) {
  return <button type={type} className={buttonClass(look)} {...rest} />
}
