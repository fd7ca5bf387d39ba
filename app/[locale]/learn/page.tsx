import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { use } from 'react'
import { findArrow } from '@/components/diagram/arrows'
import { ArrowList } from '@/components/learn/arrow-list'
import { ArrowPanel } from '@/components/learn/arrow-panel'
import { FilterLinks } from '@/components/learn/filter-links'
import { emphasisedBy, parseFilter } from '@/components/learn/filters'
import { Legend } from '@/components/learn/legend'
import { LinkedDiagram } from '@/components/learn/linked-diagram'
import { SeeItRun } from '@/components/learn/see-it-run'
import { TransitionTable } from '@/components/learn/transition-table'
import { textLink } from '@/components/ui/text-link'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('learn')
  return { title: t('title'), description: t('lead') }
}

export default function Learn({ searchParams }: PageProps<'/[locale]/learn'>) {
  const t = useTranslations('learn')
  const query = use(searchParams)
  const show = parseFilter([query.show].flat()[0])
  const arrow = findArrow([query.arrow].flat()[0])
  const emphasised = emphasisedBy(show)
  return (
    <div className="flex flex-col gap-8">
      <div className="flex max-w-text flex-col gap-4">
        <h1>{t('title')}</h1>
        <p>
          {t('lead')}{' '}
          <a href="#transitions" className={textLink}>
            {t('toTable')}
          </a>
        </p>
      </div>
      <SeeItRun />
      <FilterLinks chosen={show} arrow={arrow?.id} />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div id="diagram" className="scroll-mt-2">
          <LinkedDiagram label={t('picture')} show={show} selected={arrow?.id} emphasised={emphasised} />
          {arrow !== undefined && (
            <p className="mt-3 lg:hidden">
              <a href="#arrow" className={textLink}>
                <span aria-hidden="true">↓ </span>
                {t('toArrow', { number: String(arrow.number) })}
              </a>
            </p>
          )}
        </div>
        <section
          id="arrow"
          aria-label={t('panel.label')}
          aria-live="polite"
          className={arrow === undefined ? 'max-[42rem]:order-last' : ''}
        >
          {arrow !== undefined && (
            <p className="mb-4 lg:hidden">
              <a href="#diagram" className={textLink}>
                <span aria-hidden="true">↑ </span>
                {t('toDiagram')}
              </a>
            </p>
          )}
          {arrow === undefined ? <Legend /> : <ArrowPanel arrow={arrow} show={show} />}
        </section>
        <div className="min-[42rem]:hidden">
          <ArrowList show={show} selected={arrow?.id} emphasised={emphasised} />
        </div>
      </div>
      <section aria-labelledby="transitions">
        <h2 id="transitions" className="mb-2">
          {t('table.title')}
        </h2>
        <TransitionTable />
      </section>
    </div>
  )
}
