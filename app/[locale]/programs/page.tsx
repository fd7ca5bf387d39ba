import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ContradictionList } from '@/components/programs/contradiction-list'
import { FieldTables } from '@/components/programs/field-tables'
import { Listing } from '@/components/programs/listing'
import { Part } from '@/components/programs/part'
import { ProblemList } from '@/components/programs/problem-list'
import { DifferenceList, ProfileList } from '@/components/programs/profile-list'
import { ReadingList } from '@/components/programs/reading-list'
import { Code } from '@/components/ui/code'
import { Contents } from '@/components/ui/contents'
import { Page } from '@/components/ui/page'
import { Words } from '@/components/ui/words'
import { programsView } from '@/lib/programs/programs-view'

const parts = ['machine', 'step', 'example', 'observe', 'problems', 'profiles', 'readings'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('programs')
  return { title: t('title'), description: t('description') }
}

export default function Programs() {
  const t = useTranslations('programs')
  const view = programsView()
  return (
    <Page title={t('title')} width="page">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,42rem)_1fr]">
        <div className="lg:sticky lg:top-4 lg:col-start-2 lg:self-start">
          <Contents parts={parts.map((id) => ({ id, title: <Words text={t(`${id}.title`)} /> }))} direction="column" />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">
          <p className="max-w-text">{t('lead')}</p>
          <Part id="machine" title={t('machine.title')} lead={t('machine.lead', view.counts)}>
            <Code>GET /api/machine?profile=rfc9293</Code>
            <FieldTables objects={view.documented.machine} />
          </Part>
          <Part id="step" title={t('step.title')} lead={t('step.lead', { octets: view.octets })}>
            <Code>POST /api/step</Code>
            <FieldTables objects={view.documented.step} />
            <ContradictionList rules={view.contradictions} />
          </Part>
          <Part id="example" title={t('example.title')} lead={t('example.lead')}>
            <Listing title={t('example.request')}>{view.example.request}</Listing>
            <Listing title={t('example.answer')}>{view.example.answer}</Listing>
          </Part>
          <Part id="observe" title={t('observe.title')} lead={t('observe.lead')}>
            <Code>npm run --silent observe -- FILE</Code>
            <Listing title={t('observe.line')}>{view.observed}</Listing>
          </Part>
          <Part id="problems" title={t('problems.title')} lead={t('problems.lead')}>
            <ProblemList kinds={view.problemKinds} octets={view.octets} />
            <Listing title={t('problems.example')}>{view.faulty.request}</Listing>
            <Listing title={t('example.status', { status: '400' })}>{view.faulty.answer}</Listing>
          </Part>
          <Part id="profiles" title={t('profiles.title')} lead={t('profiles.lead')}>
            <ProfileList />
            <p>
              <Words text={t('profiles.differences')} />
            </p>
            <DifferenceList differences={view.differences} />
          </Part>
          <Part id="readings" title={t('readings.title')} lead={t('readings.lead')}>
            <ReadingList />
          </Part>
        </div>
      </div>
    </Page>
  )
}
