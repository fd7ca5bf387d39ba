import type { TracesTexts } from './texts'

type Props = { readonly texts: TracesTexts; readonly hasImpossible: boolean }

/** How the names beside the two lines of a capture are to be read. */
export function CaptureLegend({ texts, hasImpossible }: Props) {
  return (
    <ul className="flex max-w-text flex-col gap-1 text-sm">
      <li>
        <span aria-hidden="true" className="mr-2 font-mono font-semibold text-established">
          ESTABLISHED
        </span>
        <span className="text-muted">{texts.legendKnown}</span>
      </li>
      <li>
        <span aria-hidden="true" className="mr-2 font-mono font-semibold">
          SYN-SENT ESTABLISHED
        </span>
        <span className="text-muted">{texts.legendOpen}</span>
      </li>
      {hasImpossible && (
        <li>
          <span aria-hidden="true" className="mr-2 font-mono font-semibold text-wrong">
            {texts.impossibleMark}
          </span>
          <span className="text-muted">{texts.legendImpossible}</span>
        </li>
      )}
    </ul>
  )
}
