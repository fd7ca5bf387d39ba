/** What became of a form that was sent. */
export type FormState =
  | { readonly kind: 'untouched' }
  /** `said` is what came of it, where that is more than the form knows to say. */
  | { readonly kind: 'done'; readonly said?: string }
  /** `error` names the sentence to say; `fields` those that are wrong; `typed` is what stands in the form without scripts. */
  | {
      readonly kind: 'refused'
      readonly error: string
      readonly fields: readonly string[]
      readonly typed: Readonly<Record<string, string>>
    }

export const untouched: FormState = { kind: 'untouched' }

export type Act = (before: FormState, form: FormData) => Promise<FormState>

/** The refusal of a form, with what was typed; a password is not sent back. */
export function refused(error: string, form: FormData, fields: readonly string[] = []): FormState {
  const typed = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('$') && !/password/i.test(name) ? [[name, value]] : [],
  )
  return { kind: 'refused', error, fields, typed: Object.fromEntries(typed) }
}
