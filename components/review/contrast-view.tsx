import type { PracticeTexts } from '@/components/practice/texts'
import { SequenceDiagram } from '@/components/timeline/sequence-diagram'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import type { PresentedContrast } from '@/lib/words/present-contrast'

type Props = {
  readonly contrast: PresentedContrast
  readonly texts: PracticeTexts
  readonly words: { readonly difference: string; readonly more: string; readonly colon: string }
}

/** Two things that are easily taken for each other, side by side, and what tells them apart. */
export function ContrastView({ contrast: { sides, difference }, texts, words }: Props) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {sides.map(({ title, text, why, cite, href, sequence }, index) => (
        <article
          key={`${title} ${text}`}
          className={`flex min-w-0 flex-col gap-2 rounded-sm border bg-sheet p-4 ${index === 0 ? 'border-accent' : 'border-edge'}`}
        >
          <h2 className="text-lg">
            <Words text={title} />
          </h2>
          {sequence === null ? (
            <p className="[overflow-wrap:anywhere]">
              <Words text={text} />
            </p>
          ) : (
            <SequenceDiagram rows={sequence} texts={texts} label={title} />
          )}
          {why !== null && (
            <p className="border-rule border-l-4 pl-3 text-muted">
              <Words text={why} />
            </p>
          )}
          <p className="text-muted text-sm">
            {`RFC 9293 ${cite}`}
            {href !== null && (
              <>
                {' · '}
                <Link className={textLink} href={href}>
                  {words.more}
                </Link>
              </>
            )}
          </p>
        </article>
      ))}
      {difference !== null && (
        <p className="border-accent border-l-4 pl-4 lg:col-span-2">
          <strong>{words.difference}</strong>
          {words.colon}
          <Words text={difference} />
        </p>
      )}
    </div>
  )
}
