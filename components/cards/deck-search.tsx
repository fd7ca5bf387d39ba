import { Button } from '@/components/ui/button'

type Props = {
  readonly query: string
  readonly show: string
  readonly words: {
    readonly search: string
    readonly hint: string
    readonly show: string
    readonly find: string
    readonly filters: readonly (readonly [string, string])[]
  }
}

const box = 'min-h-11 w-full rounded-sm border border-edge bg-sheet px-3 py-2'

/** Searches a deck by its words and by where its cards stand; a plain form, whose result has an address. */
export function DeckSearch({ query, show, words }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the types of React that are in use
    <form role="search" className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto_auto]">
      <label className="flex flex-col gap-1">
        <span className="font-medium">{words.search}</span>
        <input type="search" name="q" defaultValue={query} placeholder={words.hint} maxLength={200} className={box} />
      </label>
      <label className="flex flex-col gap-1">
        <span className="font-medium">{words.show}</span>
        <select name="show" defaultValue={show} className={box}>
          {words.filters.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{words.find}</Button>
    </form>
  )
}
