import type { Verdict } from '@/lib/teach/authored'
import { verdictLook } from './verdict-look'

/** A verdict on a question, with its sign. */
export function VerdictWords({ verdict, words }: { readonly verdict: Verdict; readonly words: string }) {
  return (
    <span className={verdictLook[verdict].tone}>
      <span aria-hidden="true">{verdictLook[verdict].sign} </span>
      {words}
    </span>
  )
}
