import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { standaloneSvg } from '@/components/timeline/standalone-svg'
import type { TimelineTexts } from '@/components/timeline/texts'
import { Button } from '@/components/ui/button'
import { drillScript } from '@/lib/scenario/drill-script'
import { figureText } from '@/lib/scenario/figure-text'
import type { Played } from '@/lib/scenario/play-scenario'
import { type Side, sides } from '@/lib/tcp/peers/configuration'
import { timelineOf } from '@/lib/tcp/peers/timeline-of'

/** What is shown, to take away: the picture as a file, a figure in text, and a script for either side. */
export function Exports({ played, texts }: { readonly played: Played; readonly texts: TimelineTexts }) {
  const t = useTranslations('scenario')
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="cursor-pointer py-2 font-semibold">{t('export.title')}</summary>
      {/* Written only where somebody looks: a step costs nothing for it otherwise. */}
      {isOpen && <Files played={played} texts={texts} />}
    </details>
  )
}

function Files({ played, texts }: { readonly played: Played; readonly texts: TimelineTexts }) {
  const t = useTranslations('scenario')
  const [side, setSide] = useState<Side>('A')
  const picture = () => standaloneSvg(timelineOf(played.start, played.steps), texts)
  return (
    <div className="flex flex-col gap-4">
      <p>
        <Button onClick={() => save('timewait.svg', 'image/svg+xml', picture())}>{t('export.svg')}</Button>
      </p>
      <section aria-labelledby="as-text">
        <h2 id="as-text" className="mb-2">
          {t('asText')}
        </h2>
        <Written text={figureText(played)} />
      </section>
      <section aria-labelledby="as-script">
        <h2 id="as-script" className="mb-2">
          {t('export.script')}
        </h2>
        <p className="mb-2 max-w-text text-muted text-sm">{t('export.scriptNote')}</p>
        <p className="mb-2 flex flex-wrap gap-2">
          {sides.map((one) => (
            <Button key={one} aria-pressed={one === side} onClick={() => setSide(one)}>
              {t('export.tested', { side: one })}
            </Button>
          ))}
          <Button onClick={() => save(`timewait-${side}.pkt`, 'text/plain', drillScript(played, side))}>
            {t('export.save')}
          </Button>
        </p>
        <Written text={drillScript(played, side)} />
      </section>
    </div>
  )
}

function Written({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <pre tabIndex={0} className="overflow-x-auto rounded-md border border-rule bg-sheet p-4 text-xs" translate="no">
      {text}
    </pre>
  )
}

/** Hands a file to the reader; nothing leaves the machine. */
function save(name: string, type: string, content: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
