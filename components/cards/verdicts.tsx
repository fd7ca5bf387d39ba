import { Words } from '@/components/ui/words'
import type { PresentedVerdict } from '@/lib/words/presented-sides'
import { CiteLinks } from './cite-links'

const looks = {
  holds: { edge: 'border-correct', tone: 'text-correct', sign: '✓' },
  fails: { edge: 'border-wrong', tone: 'text-wrong', sign: '✕' },
  depends: { edge: 'border-waiting', tone: 'text-waiting', sign: '≈' },
} as const

type Props = { readonly title: string; readonly verdicts: readonly PresentedVerdict[] }

/** What the machine says to the claims on a card, each with the rule that says so. */
export function Verdicts({ title, verdicts }: Props) {
  return (
    <section className="flex flex-col gap-3" aria-label={title}>
      <h2 className="text-base">{title}</h2>
      <ul className="flex flex-col gap-3">
        {verdicts.map(({ kind, claim, verdict, rules }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two claims may read the same, and they never move
          <li key={index} className={`flex flex-col gap-1 border-l-4 pl-3 ${looks[kind].edge}`}>
            <q className="[overflow-wrap:anywhere]">{claim.replaceAll('`', '')}</q>
            <p className={`font-medium ${looks[kind].tone}`}>
              <span aria-hidden="true">{looks[kind].sign} </span>
              <Words text={verdict} />
            </p>
            {kind !== 'holds' &&
              rules.map(({ text, cites }) => (
                <p key={text} className="text-sm">
                  <Words text={text} /> <CiteLinks cites={cites} />
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
