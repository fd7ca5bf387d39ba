import { useTranslations } from 'next-intl'
import type { ArrowId } from '@/components/diagram/arrows'
import { narrow } from '@/components/diagram/layout'
import type { State } from '@/lib/tcp/states'
import { LinkedDiagram } from './linked-diagram'

type Props = { readonly state: State; readonly arrowIds: ReadonlySet<ArrowId> }

/** Where in the picture the state stands, with its own arrows brought out; it stays in sight as one reads. */
export function StateDiagramAside({ state, arrowIds }: Props) {
  const t = useTranslations('learn.state')
  return (
    <aside className="mx-auto w-full max-w-md lg:col-start-2 lg:row-span-2 lg:row-start-1">
      <div className="lg:sticky lg:top-4">
        <LinkedDiagram label={t('picture', { state })} selected={state} emphasised={arrowIds} sizes={[narrow]} />
      </div>
    </aside>
  )
}
