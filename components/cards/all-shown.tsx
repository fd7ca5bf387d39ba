import { Button } from '@/components/ui/button'

type Props = {
  readonly cards: readonly { readonly id: string; readonly suspended: boolean }[]
  readonly words: { readonly suspend: string; readonly resume: string }
}

/** Suspends all cards that are shown, or takes all of them up again. */
export function AllShown({ cards, words }: Props) {
  return (
    <div className="flex flex-wrap gap-3">
      {cards.map(({ id }) => (
        <input key={id} type="hidden" name="shown" value={id} />
      ))}
      {cards.some(({ suspended }) => !suspended) && (
        <Button type="submit" name="suspend" value="shown">
          {words.suspend}
        </Button>
      )}
      {cards.some(({ suspended }) => suspended) && (
        <Button type="submit" name="resume" value="shown">
          {words.resume}
        </Button>
      )}
    </div>
  )
}
