import type { Statistics } from '@/lib/teach/item-analysis'
import type { PresentedFlag } from '@/lib/words/present-analysis'
import { FactRows } from './fact-rows'
import { FlagList } from './flag-list'
import type { MarkWriter } from './write-marks'

type Props = {
  readonly facts: readonly {
    readonly id: string
    readonly words: string
    readonly statistics: Statistics
    readonly flags: readonly PresentedFlag[]
  }[]
  readonly write: MarkWriter
}

/** Each fact over all items that asked it. */
export function FactTable({ facts, write }: Props) {
  return (
    <FactRows
      facts={facts.map(({ id, words, statistics, flags }) => ({
        ...statistics,
        ...{ id, words },
        below: <FlagList flags={flags} />,
      }))}
      hasDiscrimination
      write={write}
    />
  )
}
