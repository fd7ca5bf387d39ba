import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { use } from 'react'
import { Beliefs } from '@/components/learn/beliefs'
import { EventCells } from '@/components/learn/event-cells'
import { NamesTable } from '@/components/learn/names-table'
import { StateDiagramAside } from '@/components/learn/state-diagram-aside'
import { StateHeading } from '@/components/learn/state-heading'
import { StateNeighbours } from '@/components/learn/state-neighbours'
import { stateView } from '@/components/learn/state-view'
import { Ways } from '@/components/learn/ways'
import { Contents } from '@/components/ui/contents'
import { OpenTarget } from '@/components/ui/open-target'
import { misconceptions } from '@/lib/misconceptions/misconceptions'
import { findStateBySlug, type State } from '@/lib/tcp/states'

const contents = [
  { id: 'from', title: 'in' },
  { id: 'to', title: 'out' },
  { id: 'events', title: 'events' },
  { id: 'names', title: 'names' },
  { id: 'beliefs', title: 'beliefs' },
] as const

export async function generateMetadata({ params }: PageProps<'/[locale]/learn/[state]'>): Promise<Metadata> {
  const state = findStateBySlug((await params).state)
  if (state === undefined) return { title: (await getTranslations('error.notFound'))('title') }
  const t = await getTranslations('learn.state')
  return { title: state, description: t('description', { state }) }
}

export default function StatePage({ params }: PageProps<'/[locale]/learn/[state]'>) {
  const t = useTranslations('learn.state')
  const state = findStateBySlug(use(params).state)
  if (state === undefined) notFound()
  const view = stateView(state)
  const about: readonly { readonly states: readonly State[]; readonly id: string; readonly cite: string }[] =
    misconceptions
  const beliefs = about.filter(({ states }) => states.includes(state))
  const parts = contents.filter(({ id }) => id !== 'beliefs' || beliefs.length > 0)
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <StateHeading state={state} />
      <StateDiagramAside state={state} arrowIds={view.arrowIds} />
      <div className="flex min-w-0 flex-col gap-10 lg:col-start-1">
        <OpenTarget />
        <Contents parts={parts.map(({ id, title }) => ({ id, title: t(title) }))} direction="row" />
        <Ways title={t('in')} direction="from" ways={view.waysIn} />
        <Ways title={t('out')} direction="to" ways={view.waysOut} />
        <section aria-labelledby="events" className="flex flex-col gap-6">
          <h2 id="events">{t('events')}</h2>
          <p className="-mt-4 text-muted">{t('eventsLead', { rules: String(view.ruleCount) })}</p>
          <EventCells title={t('calls')} cells={view.calls} />
          <EventCells title={t('segments')} cells={view.segments} />
          <EventCells title={t('timeouts')} cells={view.timeouts} />
        </section>
        <NamesTable names={view.names} />
        {beliefs.length > 0 && <Beliefs beliefs={beliefs} />}
        <StateNeighbours previous={view.previous} next={view.next} />
      </div>
    </div>
  )
}
