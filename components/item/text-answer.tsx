import type { PracticeTexts } from '@/components/practice/texts'

type Props = {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly answered: boolean
  readonly texts: Pick<PracticeTexts, 'stateName'>
}

/** The name of a state, typed. */
export function TextAnswer({ value, onChange, answered, texts }: Props) {
  return (
    <label className="flex max-w-xs flex-col gap-1">
      <span className="text-muted">{texts.stateName}</span>
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
        className="min-h-11 rounded-sm border border-edge bg-sheet px-3 font-mono"
        value={value}
        readOnly={answered}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
