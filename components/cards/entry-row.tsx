import { Button } from '@/components/ui/button'
import { textLink } from '@/components/ui/text-link'
import { Words } from '@/components/ui/words'
import { Link } from '@/lib/i18n/navigation'

type Entry = {
  readonly front: string
  readonly back: string
  readonly isOwn: boolean
  readonly warned: boolean
  readonly noteId: string | null
  readonly card: { readonly id: string; readonly suspended: boolean } | null
}

type Props = {
  readonly entry: Entry
  /** Where the card stands, in words. */
  readonly state: string
  readonly words: {
    readonly suspend: string
    readonly resume: string
    readonly edit: string
    readonly warned: string
  }
}

/** A card in the list of its deck: a line for each side, where it stands, and what can be done with it. */
export function EntryRow({ entry: { front, back, isOwn, warned, noteId, card }, state, words }: Props) {
  const spoken = front.replaceAll('`', '')
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 border-rule border-t py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex flex-col gap-1 [overflow-wrap:anywhere]">
        <p className="font-medium">{isOwn ? front : <Words text={front} />}</p>
        <p className="text-muted">{isOwn ? back : <Words text={back} />}</p>
        {warned && <p className="text-sm text-wrong">✕ {words.warned}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:flex-col sm:items-end">
        <p className="text-muted text-sm">{state}</p>
        {noteId !== null && (
          <Link
            href={`/cards/notes/${noteId}`}
            prefetch={false}
            className={`inline-flex min-h-9 items-center ${textLink}`}
            aria-label={`${words.edit}: ${spoken}`}
          >
            {words.edit}
          </Link>
        )}
        {card !== null && (
          <Button
            type="submit"
            name={card.suspended ? 'resume' : 'suspend'}
            value={card.id}
            aria-label={`${card.suspended ? words.resume : words.suspend}: ${spoken}`}
          >
            {card.suspended ? words.resume : words.suspend}
          </Button>
        )}
      </div>
    </li>
  )
}
