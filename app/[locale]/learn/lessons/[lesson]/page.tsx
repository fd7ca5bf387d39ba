import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { LessonRun } from '@/components/simulator/lesson-run'
import { timelineTexts } from '@/components/timeline/texts'
import { Page } from '@/components/ui/page'
import { textLink } from '@/components/ui/text-link'
import { Link } from '@/lib/i18n/navigation'
import { loadSay } from '@/lib/i18n/say'
import { rulesWorthAsking } from '@/lib/items/worth-asking'
import { type LessonName, lessonNames, selectLesson } from '@/lib/scenario/lessons/lessons'
import { simulatorHref } from '@/lib/scenario/scenario-link'
import { findReader } from '@/lib/session/reader'

type Props = PageProps<'/[locale]/learn/lessons/[lesson]'>

function findLesson(lesson: string): LessonName | undefined {
  return lessonNames.find((name) => name === lesson)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = findLesson((await params).lesson)
  if (name === undefined) return { title: (await getTranslations('error.notFound'))('title') }
  const t = await getTranslations('scenario.lessons')
  return { title: t(`names.${name}.title`), description: t(`names.${name}.lead`) }
}

export default async function LessonPage({ params }: Props) {
  const name = findLesson((await params).lesson)
  if (name === undefined) notFound()
  const [t, messages, locale, { settings }] = await Promise.all([
    getTranslations('scenario.lessons'),
    getMessages(),
    getLocale(),
    findReader(),
  ])
  const { error, machine, learn, review, scenario } = messages
  const next = lessonNames[lessonNames.indexOf(name) + 1]
  return (
    <Page title={t(`names.${name}.title`)} width="page" back={{ href: '/learn/lessons', text: t('title') }}>
      <p className="max-w-text">{t(`names.${name}.lead`)}</p>
      <NextIntlClientProvider messages={{ error, machine, learn, review, scenario }}>
        <LessonRun
          key={name}
          name={name}
          keys={settings.numberKeys}
          cards={rulesWorthAsking.map(({ id }) => id)}
          timelineTexts={timelineTexts(await loadSay(locale))}
        >
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            {next !== undefined && (
              <Link href={`/learn/lessons/${next}`} className={textLink}>
                {t('next', { lesson: t(`names.${next}.title`) })}
              </Link>
            )}
            <Link href={simulatorHref(selectLesson(name).scenario)} prefetch={false} className={textLink}>
              {t('inSimulator')}
            </Link>
          </p>
        </LessonRun>
      </NextIntlClientProvider>
    </Page>
  )
}
