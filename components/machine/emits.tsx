import { Fragment } from 'react'
import { Words } from '@/components/ui/words'
import { type Emission, emissionForms } from '@/lib/tcp/emissions'
import { useMachineWords } from './machine-words'

/** What a rule sends, each with the form that the RFC prints for it. */
export function Emits({ emits }: { readonly emits: readonly Emission[] }) {
  const words = useMachineWords()
  return emits.map((emission) => (
    <span key={emission} className="block">
      <Words text={words.emission(emission)} />{' '}
      <code className="font-mono text-[0.85em] text-muted" translate="no">
        <Breakable form={emissionForms[emission]} />
      </code>
    </span>
  ))
}

/** `<SEQ=ISS><CTL=SYN>` may break between its fields and nowhere else. */
function Breakable({ form }: { readonly form: string }) {
  return form.split(/(?<=>)/).map((field) => (
    <Fragment key={field}>
      <span className="whitespace-nowrap">{field}</span>
      <wbr />
    </Fragment>
  ))
}
