import { useTranslations } from 'next-intl'
import { phaseLook } from '@/components/diagram/phase-look'
import { useMachineWords } from '@/components/machine/machine-words'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import { phaseOf, phases, states } from '@/lib/tcp/states'

/** How the picture is to be read; the phases with their states by name, so that their hues need not be told apart. */
export function Legend() {
  const t = useTranslations('learn.legend')
  const words = useMachineWords()
  return (
    <div className="flex flex-col gap-4">
      <h2>{t('title')}</h2>
      <p>
        <Words text={t('label')} />
      </p>
      <dl className="flex flex-col gap-3">
        {phases
          .filter((phase) => phase !== 'none')
          .map((phase) => (
            <div key={phase} className="grid grid-cols-[1.5rem_1fr] items-baseline gap-x-2">
              <span
                aria-hidden="true"
                className={`inline-block h-4 w-6 rounded-sm border ${phaseLook[phase].swatch}`}
              />
              <dt>{words.phase(phase)}</dt>
              <dd className="col-start-2 text-muted text-[0.9em]">
                {states
                  .filter((state) => phaseOf[state] === phase)
                  .map((state) => (
                    <span key={state} className="mr-3 inline-block">
                      <Code>{state}</Code>
                    </span>
                  ))}
              </dd>
            </div>
          ))}
      </dl>
      <p className="text-muted">
        <Words text={t('omitted')} />
      </p>
    </div>
  )
}
