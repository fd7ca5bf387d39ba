import { useCallback } from 'react'
import { useNumberKeys } from '@/components/practice/use-number-keys'
import { Button } from '@/components/ui/button'
import type { Rating } from '@/lib/review/rating'
import type { ReviewTexts } from './texts'

const ratings = ['again', 'hard', 'good', 'easy'] as const satisfies readonly Rating[]

type Props = {
  /** When the card comes back by each rating. */
  readonly comesBack: Readonly<Record<Rating, string>>
  readonly byKey: boolean
  readonly busy: boolean
  readonly words: Pick<ReviewTexts, 'rate' | 'ratings'>
  readonly rate: (rating: Rating) => void
}

/** Four buttons by which learners rate their own memory, each with when the card then comes back; 1 to 4 press them. */
export function Rate({ comesBack, byKey, busy, words, rate }: Props) {
  useNumberKeys(
    useCallback(
      (index) => {
        const rating = ratings[index]
        if (rating !== undefined) rate(rating)
      },
      [rate],
    ),
    byKey && !busy,
  )
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-medium">{words.rate}</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {ratings.map((rating) => (
          <Button key={rating} disabled={busy} onClick={() => rate(rating)}>
            <span className="flex flex-col py-1">
              {words.ratings[rating]}
              <span className="font-normal text-muted text-sm">{comesBack[rating]}</span>
            </span>
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
