import type { PracticeTexts } from '@/components/practice/texts'
import { SequenceDiagram } from '@/components/timeline/sequence-diagram'
import type { PresentedItem } from '@/lib/words/presented-item'

type Props = {
  readonly item: Pick<PresentedItem, 'stem' | 'sequence' | 'listing'>
  readonly texts: PracticeTexts
}

/** What stands below a question to look at: a sequence diagram, or what a tool has printed. */
export function ItemPicture({ item: { stem, sequence, listing }, texts }: Props) {
  if (sequence !== null) return <SequenceDiagram rows={sequence} texts={texts} label={stem.replaceAll('`', '')} />
  if (listing === null) return null
  return (
    <figure className="min-w-0">
      <figcaption
        className="rounded-t-sm border border-rule border-b-0 px-3 py-1 font-mono text-muted text-sm"
        translate="no"
      >
        {listing.command}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto rounded-b-sm border border-rule bg-sheet p-3 text-xs" translate="no">
        {listing.text}
      </pre>
    </figure>
  )
}
