import { MarkdownView } from '@/components/cards/markdown-view'
import { Words } from '@/components/ui/words'
import type { PresentedItem } from '@/lib/words/presented-item'

/** What a teacher wrote below the stem, and who vouches for the key. */
export function ProseView({ prose }: { readonly prose: NonNullable<PresentedItem['prose']> }) {
  return (
    <div className="flex flex-col gap-3">
      {prose.text.length > 0 && <MarkdownView blocks={prose.text} />}
      <p className="text-muted text-sm">
        <Words text={prose.vouched} />
      </p>
    </div>
  )
}
