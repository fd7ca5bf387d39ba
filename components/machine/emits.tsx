import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import { type Emission, emissionForms } from '@/lib/tcp/emissions'
import { useMachineWords } from './machine-words'

/** What a rule sends, each with the form that the RFC prints for it. */
export function Emits({ emits }: { readonly emits: readonly Emission[] }) {
  const words = useMachineWords()
  return emits.map((emission) => (
    <span key={emission} className="block">
      <Words text={words.emission(emission)} />{' '}
      <span className="text-[0.9em] text-muted">
        <Code>{emissionForms[emission]}</Code>
      </span>
    </span>
  ))
}
