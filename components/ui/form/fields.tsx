'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { useField } from './action-form'

type Common = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** What to say where it is wrong. */
  readonly problem?: string | undefined
}

const box = 'min-h-11 rounded-sm border border-edge bg-sheet px-3 py-2 aria-[invalid=true]:border-wrong'

function Labelled({
  id,
  label,
  hint,
  problem,
  children,
}: Omit<Common, 'name'> & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-sm text-wrong">
          {problem}
        </p>
      )}
    </div>
  )
}

/** The attributes that tie a control to its hint and to what is wrong with it. */
function useControl({ name, hint, problem }: Common) {
  const id = useId()
  const { isWrong, typed } = useField(name)
  const shown = isWrong ? problem : undefined
  const described = [hint !== undefined && `${id}-hint`, shown !== undefined && `${id}-problem`].filter(Boolean)
  const attributes = {
    id,
    name,
    'aria-invalid': isWrong,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
  }
  return { id, typed, shown, attributes }
}

type TextProps = Common &
  Pick<
    ComponentProps<'input'>,
    | 'type'
    | 'inputMode'
    | 'autoComplete'
    | 'required'
    | 'min'
    | 'max'
    | 'minLength'
    | 'maxLength'
    | 'readOnly'
    | 'spellCheck'
  > & {
    readonly defaultValue?: string | number
    /** As wide as what is typed there: a number, a date. */
    readonly isShort?: boolean
  }

export function TextField({ name, label, hint, problem, defaultValue, isShort = false, ...rest }: TextProps) {
  const { id, typed, shown, attributes } = useControl({ name, label, hint, problem })
  return (
    <Labelled id={id} label={label} hint={hint} problem={shown}>
      <input
        className={`${box} ${isShort ? 'w-44' : 'w-full'}`}
        defaultValue={typed ?? defaultValue}
        {...attributes}
        {...rest}
      />
    </Labelled>
  )
}

type AreaProps = Common &
  Pick<ComponentProps<'textarea'>, 'rows' | 'maxLength' | 'required'> & { readonly defaultValue?: string }

/** A text of several lines. */
export function TextAreaField({ name, label, hint, problem, defaultValue, ...rest }: AreaProps) {
  const { id, typed, shown, attributes } = useControl({ name, label, hint, problem })
  return (
    <Labelled id={id} label={label} hint={hint} problem={shown}>
      <textarea className={`${box} w-full`} defaultValue={typed ?? defaultValue} {...attributes} {...rest} />
    </Labelled>
  )
}

type Option = { readonly value: string; readonly text: string }

export function SelectField({
  name,
  label,
  hint,
  problem,
  options,
  defaultValue,
}: Common & { readonly options: readonly Option[]; readonly defaultValue: string }) {
  const { id, typed, shown, attributes } = useControl({ name, label, hint, problem })
  return (
    <Labelled id={id} label={label} hint={hint} problem={shown}>
      <select className={`${box} w-full max-w-full`} defaultValue={typed ?? defaultValue} {...attributes}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export function TickField({
  name,
  label,
  hint,
  defaultChecked,
}: Omit<Common, 'problem'> & { readonly defaultChecked: boolean }) {
  const { id, attributes } = useControl({ name, label, hint })
  return (
    <div>
      <label htmlFor={id} className="flex min-h-11 items-center gap-2 font-medium">
        <input type="checkbox" className="size-5" defaultChecked={defaultChecked} {...attributes} />
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}

/** What is wrong with fields that belong together, under them. */
export function FieldProblem({ name, problem }: { readonly name: string; readonly problem: string }) {
  const { isWrong } = useField(name)
  return isWrong ? (
    <p role="alert" tabIndex={-1} data-problem className="text-sm text-wrong outline-none">
      {problem}
    </p>
  ) : null
}
