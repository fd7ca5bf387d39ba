import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { momentOf } from '@/components/timeline/geometry'
import { type PictureProps, TimelinePicture } from '@/components/timeline/timeline-picture'

/** The diagram in a frame of its own, which keeps the row that is looked at in sight: the endpoints stay beside it. */
export function FollowedDiagram({ current, ...picture }: PictureProps & { readonly current: number }) {
  const t = useTranslations('scenario')
  const frame = useRef<HTMLElement>(null)
  // How far a frame is scrolled is the browser's, not React's.
  useEffect(() => {
    const { current: element } = frame
    if (element !== null) element.scrollTop = momentOf(current) - element.clientHeight * followAt
  }, [current])
  return (
    <section
      ref={frame}
      aria-label={t('diagram')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="max-h-[min(32rem,70vh)] min-h-48 overflow-y-auto rounded-md border border-rule bg-sheet p-1"
    >
      <TimelinePicture {...picture} current={current} />
    </section>
  )
}

/** Where in the frame the row stands that is looked at: with what led to it above, and a row to come below. */
const followAt = 0.65
