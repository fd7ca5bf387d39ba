import { fill } from '@/components/practice/fill'
import { ActionForm } from '@/components/ui/form/action-form'
import { TextAreaField } from '@/components/ui/form/fields'
import type { Act } from '@/components/ui/form/form-state'

/** The words of a report, for pages and for the browser. `send` has a place for {number}. */
export type ReportTexts = {
  readonly open: string
  readonly text: string
  readonly hint: string
  readonly send: string
  readonly sent: string
  readonly errors: Readonly<Record<string, string>>
}

type Props = { readonly act: Act; readonly position: number; readonly texts: ReportTexts }

/** Says that a question is wrong, beside the question itself. */
export function ReportForm({ act, position, texts }: Props) {
  return (
    <details>
      <summary className="min-h-11 w-fit cursor-pointer py-2 text-muted text-sm">{texts.open}</summary>
      <div className="border-rule border-l-4 pt-2 pl-4">
        <ActionForm
          act={act}
          submit={fill(texts.send, { number: position + 1 })}
          done={texts.sent}
          errors={texts.errors}
          look="plain"
        >
          <input type="hidden" name="position" value={position} />
          <TextAreaField name="text" label={texts.text} hint={texts.hint} rows={3} maxLength={1000} />
        </ActionForm>
      </div>
    </details>
  )
}
