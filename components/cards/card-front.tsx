import type { Ref } from 'react'
import { EndpointView } from '@/components/item/endpoint-view'
import { Words } from '@/components/ui/words'
import type { PresentedSides } from '@/lib/words/presented-sides'
import { MarkdownView } from './markdown-view'
import type { CardTexts } from './texts'

type Props = {
  readonly sides: PresentedSides
  readonly texts: Pick<CardTexts, 'machine' | 'own'>
  readonly heading?: Ref<HTMLHeadingElement>
}

/** The front: the situation or the name, and what is asked about it. */
export function CardFront({ sides, texts, heading }: Props) {
  if (sides.kind === 'note')
    return (
      <div className="flex flex-col gap-3 text-lg">
        <h1 ref={heading} tabIndex={-1} className="font-normal text-muted text-sm outline-none">
          {sides.deck ?? texts.own}
        </h1>
        <MarkdownView blocks={sides.front} />
      </div>
    )
  const { title, ask, endpoint } = sides.front
  return (
    <div className="flex flex-col gap-4">
      <h1 ref={heading} tabIndex={-1} className="text-xl outline-none">
        <Words text={title} />
      </h1>
      {endpoint !== null && <EndpointView endpoint={endpoint} texts={texts.machine} />}
      <p className="text-muted">
        <Words text={ask} />
      </p>
    </div>
  )
}
