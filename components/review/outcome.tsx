import { fill } from '@/components/practice/fill'
import { textLink } from '@/components/ui/text-link'
import type { Rating } from '@/lib/review/rating'
import type { ReviewTexts } from './texts'

/** A review that is on the server, and what it came to. */
export type Recorded = {
  readonly id: string
  readonly rating: Rating
  /** When its card comes back, in words. */
  readonly comesBack: string
  /** Its card rests from now on. */
  readonly leech: boolean
}

type Props = { readonly recorded: Recorded; readonly locale: string; readonly words: ReviewTexts }

/** What a review came to: when its card comes back, or that it rests, and the way to why. */
export function Outcome({ recorded: { rating, comesBack, leech }, locale, words }: Props) {
  if (!leech) return <p>{fill(words.rated, { rating: words.ratings[rating], when: comesBack })}</p>
  return (
    <p className="border-wrong border-l-4 pl-4">
      {words.leech}{' '}
      <a className={textLink} href={`/${locale}/review/resting`}>
        {words.seeWhy}
      </a>
    </p>
  )
}
