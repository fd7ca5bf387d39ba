import type { Say } from '../i18n/say'
import type { DependsOn, JudgedProse } from '../items/claims/judge-prose'

/** Who vouches for the key of a teacher's own question, in one sentence. */
export function vouchedWords(say: Say, judged: JudgedProse): string {
  return judged.kind === 'depends'
    ? say('item.prose.depends', { on: dependsWords(say, judged.on) })
    : say(`item.prose.${judged.kind}`)
}

function dependsWords(say: Say, on: DependsOn): string {
  switch (on) {
    case 'conditions':
      return say('item.prose.on.conditions')
    case 'rfc9293-no-5961':
    case 'rfc793':
      return say(`item.prose.on.${on}`)
    default:
      return say('item.prose.on.reading', { reading: say(`machine.ambiguities.${on}.reading`) })
  }
}
