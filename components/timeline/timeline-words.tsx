import { memo } from 'react'
import { Words } from '@/components/ui/words'
import { rowSentences } from './row-sentences'
import type { PictureProps } from './timeline-picture'

/** The twin of the picture: a sentence or a few for each row, in order. */
export const TimelineWords = memo(function TimelineWords({ timeline, texts, names, remarks }: PictureProps) {
  const called = names ?? { A: texts.peerA, B: texts.peerB }
  return (
    <ol className="flex list-decimal flex-col gap-1 pl-8 text-sm">
      {rowSentences(timeline, { texts, names: called, remarks }).map(({ row, text }) => (
        <RowWords key={row} text={text} />
      ))}
    </ol>
  )
})

const RowWords = memo(function RowWords({ text }: { readonly text: string }) {
  return (
    <li className="pl-1 marker:text-muted">
      <Words text={text} />
    </li>
  )
})
