import type { PracticeTexts } from '@/components/practice/texts'

export type TypedNumbers = { readonly seq: string; readonly ack: string; readonly noAck: boolean }

type Props = {
  readonly value: TypedNumbers
  readonly onChange: (value: TypedNumbers) => void
  readonly answered: boolean
  readonly texts: Pick<PracticeTexts, 'seq' | 'ack' | 'noAck'>
}

/** SEQ and ACK of a segment; the ACK field may be absent. */
export function NumbersAnswer({ value, onChange, answered, texts }: Props) {
  return (
    <div className="flex flex-wrap items-end gap-4">
      <NumberField
        label={texts.seq}
        value={value.seq}
        readOnly={answered}
        onChange={(seq) => onChange({ ...value, seq })}
      />
      <NumberField
        label={texts.ack}
        value={value.noAck ? '' : value.ack}
        readOnly={answered || value.noAck}
        onChange={(ack) => onChange({ ...value, ack })}
      />
      <label className="flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          className="size-5"
          checked={value.noAck}
          disabled={answered}
          onChange={() => onChange({ ...value, noAck: !value.noAck })}
        />
        {texts.noAck}
      </label>
    </div>
  )
}

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
}

function NumberField({ label, value, readOnly, onChange }: FieldProps) {
  return (
    <label className="flex w-40 flex-col gap-1">
      <span className="font-mono text-muted">{label}</span>
      <input
        type="text"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        maxLength={10}
        className="min-h-11 w-full rounded-sm border border-edge bg-sheet px-3 font-mono read-only:text-muted"
        value={value}
        readOnly={readOnly}
        onChange={(event) => onChange(event.target.value.replace(/[^0-9]/g, ''))}
      />
    </label>
  )
}
