import { useTranslations } from 'next-intl'
import { phaseLook } from '@/components/diagram/phase-look'
import { useMachineWords } from '@/components/machine/machine-words'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'
import { phaseOf, type State } from '@/lib/tcp/states'
import { RememberFact } from './remember-fact'

/** The state's name, its phase, and what it means. */
export function StateHeading({ state }: { readonly state: State }) {
  const t = useTranslations('learn.state')
  const words = useMachineWords()
  const phase = phaseOf[state]
  return (
    <header className="flex flex-col gap-4">
      <p>
        <Link href="/learn" className={textLink}>
          ← {t('back')}
        </Link>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="font-mono" translate="no">
          {state}
        </h1>
        <span className={`rounded-full border px-3 text-[0.9em] ${phaseLook[phase].swatch}`}>{words.phase(phase)}</span>
      </div>
      <p className="text-[1.15em]">
        <Words text={words.meaning(state)} />
      </p>
      <RememberFact fact={`meaning/${state}`} />
    </header>
  )
}
