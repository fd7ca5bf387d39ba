import { Neighbourhood } from '@/components/diagram/neighbourhood'
import { SequenceDiagram } from '@/components/timeline/sequence-diagram'
import { TimelineFigure } from '@/components/timeline/timeline-figure'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import type { PresentedBack, PresentedPicture, PresentedSides } from '@/lib/words/presented-sides'
import { CiteLinks } from './cite-links'
import { MarkdownView } from './markdown-view'
import type { CardTexts } from './texts'
import { Verdicts } from './verdicts'

type Props = { readonly sides: PresentedSides; readonly texts: CardTexts; readonly locale: string }

/** The back: the answer, why, where the RFC says so, and a small picture; or what the learner has written. */
export function CardBack({ sides, texts, locale }: Props) {
  if (sides.kind === 'fact') return <FactBack back={sides.back} {...{ texts, locale }} />
  return (
    <div className="flex flex-col gap-5">
      <div className="text-lg">
        <MarkdownView blocks={sides.back} />
      </div>
      {sides.warnings.length > 0 && <Verdicts title={texts.warned} verdicts={sides.warnings} />}
    </div>
  )
}

function FactBack({
  back: { answer, why, cites, href, picture },
  texts,
  locale,
}: Omit<Props, 'sides'> & { readonly back: PresentedBack }) {
  return (
    // Two peers with their segments need the whole width, a part of the state diagram does not.
    <div
      className={`grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-5 ${picture?.kind === 'states' ? 'md:grid-cols-2' : ''}`}
    >
      <div className="flex flex-col gap-4">
        <ul className="flex flex-col gap-1">
          {answer.map((line, index) => (
            <li key={line} className={`[overflow-wrap:anywhere] ${index === 0 ? 'font-semibold text-lg' : ''}`}>
              <Words text={line} />
            </li>
          ))}
        </ul>
        <div className="flex flex-col gap-2 border-rule border-l-2 pl-3">
          <span className="text-muted text-sm">{texts.why}</span>
          {why.map((line) => (
            <p key={line}>
              <Words text={line} />
            </p>
          ))}
        </div>
        <p className="text-sm">
          <span className="text-muted">
            {texts.section}
            {texts.machine.colon}
          </span>
          <CiteLinks cites={cites} />
          {href !== null && (
            <>
              {' · '}
              <a href={`/${locale}${href}`} className={textLink}>
                {texts.toRule}
              </a>
            </>
          )}
        </p>
      </div>
      {picture !== null && <Picture picture={picture} texts={texts} />}
    </div>
  )
}

function Picture({ picture, texts }: { readonly picture: PresentedPicture; readonly texts: CardTexts }) {
  if (picture.kind === 'sequence')
    return (
      <div className="-mx-3 sm:mx-0">
        <SequenceDiagram rows={picture.rows} texts={texts.machine} label={picture.label} />
      </div>
    )
  if (picture.kind === 'timeline') return <TimelineFigure timeline={picture.timeline} texts={texts.machine.timeline} />
  return (
    <figure className="flex flex-col gap-2">
      <Neighbourhood label={picture.label.replaceAll('`', '')} states={picture.states} arrows={picture.arrows} />
      <figcaption className="text-center text-muted text-sm [overflow-wrap:anywhere]">
        <Words text={picture.label} />
      </figcaption>
    </figure>
  )
}
