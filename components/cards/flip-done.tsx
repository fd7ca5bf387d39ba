import { useEffect, useRef } from 'react'
import { buttonClass } from '@/components/ui/button'

type Props = {
  readonly title: string
  readonly text: string | null
  readonly link: { readonly href: string; readonly text: string }
}

/** What stands in the place of the next card where there is none. */
export function FlipDone({ title, text, link }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  // It takes the place of a card on the same page: whoever reads by ear is taken to it.
  useEffect(() => {
    heading.current?.focus()
  }, [])
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 ref={heading} tabIndex={-1} className="outline-none">
        {title}
      </h1>
      {text !== null && <p>{text}</p>}
      <a href={link.href} className={buttonClass('primary')}>
        {link.text}
      </a>
    </div>
  )
}
