import { useTranslations } from 'next-intl'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import type { ShownDifference } from '@/lib/programs/profile-differences'
import { profiles } from '@/lib/tcp/profiles'

/** The three profiles in words. */
export function ProfileList() {
  const t = useTranslations('machine.profiles')
  return (
    <dl className="flex flex-col gap-3">
      {profiles.map((profile) => (
        <div key={profile}>
          <dt>
            <Code>{profile}</Code> {t(`${profile}.name`)}
          </dt>
          <dd className="pl-4">
            <Words text={t(`${profile}.what`)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Where the profiles differ: one event each, and what every profile makes of it. */
export function DifferenceList({ differences }: { readonly differences: readonly ShownDifference[] }) {
  const t = useTranslations('programs.profiles')
  return (
    <ul className="flex flex-col gap-6">
      {differences.map(({ difference, state, event, outcomes }) => (
        <li key={difference} className="flex flex-col gap-1">
          <p>
            <Words text={t(`difference.${difference}`)} />
          </p>
          <p className="flex flex-wrap gap-x-2 text-muted">
            <Code>{state}</Code> <Code>{event}</Code>
          </p>
          <dl className="flex flex-col gap-1 pl-4">
            {outcomes.map((outcome) => (
              <div key={outcome.profile} className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
                <dt>
                  <Code>{outcome.profile}</Code>
                </dt>
                <dd className="flex flex-wrap gap-x-2">
                  {outcome.state === state ? t('stays') : <Code>{`→ ${outcome.state}`}</Code>}
                  <span className="text-muted">{outcome.sent.length === 0 ? t('nothing') : t('sends')}</span>
                  {outcome.sent.map((segment) => (
                    <Code key={segment}>{segment}</Code>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
