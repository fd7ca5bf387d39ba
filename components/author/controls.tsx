import { type ReactNode, useId } from 'react'
import { Words } from '@/components/ui/words'
import type { Choice } from './texts'

export const box = 'min-h-11 w-full max-w-full rounded-sm border border-edge bg-sheet px-3 py-2'

type SelectProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly groups: readonly { readonly label: string; readonly choices: readonly Choice<Value>[] }[]
  readonly onChoose: (value: Value) => void
}

/** One of several, in groups that have names; a group without one stands bare. */
export function Select<Value extends string>({ label, value, groups, onChoose }: SelectProps<Value>) {
  const choices = groups.flatMap((group) => group.choices)
  return (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          className={box}
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value)
            if (chosen !== undefined) onChoose(chosen.value)
          }}
        >
          {groups.map((group) => {
            const options = group.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.text}
              </option>
            ))
            return group.label === '' ? (
              options
            ) : (
              <optgroup key={group.label} label={group.label}>
                {options}
              </optgroup>
            )
          })}
        </select>
      )}
    </Labelled>
  )
}

/** A name above a control. */
function Labelled({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children(id)}
      {hint !== undefined && (
        <p className="text-muted text-sm">
          <Words text={hint} />
        </p>
      )}
    </div>
  )
}

type TextProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly most: number
  /** More than one: a text of several lines. */
  readonly rows?: number
  readonly onChange: (value: string) => void
}

/** A text of at most so many characters. */
export function TextBox({ label, hint, value, most, rows = 1, onChange }: TextProps) {
  const Box = rows === 1 ? 'input' : 'textarea'
  return (
    <Labelled label={label} {...(hint !== undefined && { hint })}>
      {(id) => (
        <Box
          id={id}
          className={box}
          maxLength={most}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...(rows > 1 && { rows })}
        />
      )}
    </Labelled>
  )
}

type TickProps = { readonly label: string; readonly checked: boolean; readonly onTick: (checked: boolean) => void }

export function Tick({ label, checked, onTick }: TickProps) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input type="checkbox" className="size-5" checked={checked} onChange={(event) => onTick(event.target.checked)} />
      <span>
        <Words text={label} />
      </span>
    </label>
  )
}

type NumberProps = {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}

/** A whole number from 0 to `most`. */
export function NumberBox({ label, value, most, onChange }: NumberProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="text"
          inputMode="numeric"
          className={`${box} font-mono`}
          value={value}
          onChange={(event) => onChange(Math.min(most, Number(event.target.value.replace(/[^0-9]/g, ''))))}
        />
      )}
    </Labelled>
  )
}
