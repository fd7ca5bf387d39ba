import { TakeSet, type TakeSetProps } from './take-set'

type Props = Pick<TakeSetProps, 'take' | 'words'> & {
  readonly held: readonly { readonly set: string; readonly count: number; readonly taken: number }[]
  readonly names: Readonly<Record<string, { readonly name: string; readonly hint: string; readonly taken: string }>>
}

/** The ready sets, each with what is in it and a button that takes it up. */
export function ReadySets({ held, take, names, words }: Props) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {held.map(({ set, count, taken }) => (
        <li key={set} className="flex flex-col gap-2 rounded-sm border border-edge bg-sheet p-4">
          <h3 className="font-semibold">{names[set]?.name}</h3>
          <p className="grow text-muted">{names[set]?.hint}</p>
          <div className="flex items-center justify-between gap-4">
            <p className="text-muted text-sm">{names[set]?.taken}</p>
            {taken < count && <TakeSet {...{ set, take, words }} label={`${words.take}: ${names[set]?.name}`} />}
          </div>
        </li>
      ))}
    </ul>
  )
}
