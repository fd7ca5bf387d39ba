import { Button } from '@/components/ui/button'
import type { DeviceView } from './device'
import type { OfflineTexts } from './texts'

type Props = {
  readonly view: DeviceView
  readonly words: OfflineTexts
  readonly dismiss: () => void
}

/** The reviews that the server has refused for good, each with the reason, until they are put away. */
export function RefusedReviews({ view, words, dismiss }: Props) {
  const refused = view.reviews.flatMap(({ sent, status }) =>
    typeof status === 'object' ? [{ id: sent.id, error: status.refused }] : [],
  )
  if (refused.length === 0) return null
  return (
    <section className="flex flex-col items-start gap-3 border-wrong border-l-4 pl-4">
      <h2>{words.refusedTitle}</h2>
      <ul className="list-disc pl-5">
        {refused.map(({ id, error }) => (
          <li key={id}>{words.refused[error]}</li>
        ))}
      </ul>
      <Button onClick={dismiss}>{words.putAway}</Button>
    </section>
  )
}
