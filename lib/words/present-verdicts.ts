import type { Say } from '../i18n/say'
import { judgeClaim, type Verdict } from '../items/claims/judge-claim'
import { readClaims } from '../items/claims/read-claims'
import type { Rule } from '../tcp/rules'
import { ruleWords } from './machine-words'
import { presentCites } from './present-cites'
import type { PresentedVerdict } from './presented-sides'

/** The most rules that a verdict is explained by: more would be a page of the RFC. */
const mostRules = 2

/** What the machine says to each claim in a text, in its order; nothing where it claims nothing. */
export function presentVerdicts(say: Say, text: string): readonly PresentedVerdict[] {
  return readClaims(text).map((claim) => {
    const verdict = judgeClaim(claim)
    return {
      kind: verdict.kind,
      claim: claim.text,
      verdict: verdictWords(say, verdict),
      rules: distinct(verdict.rules).map((rule) => ({
        text: ruleWords(say, rule),
        cites: presentCites(say, rule.cite),
      })),
    }
  })
}

function verdictWords(say: Say, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'holds':
      return say(verdict.always ? 'cards.verdict.holds' : 'cards.verdict.holdsWhen')
    case 'fails':
      return say(verdict.wrong === 'state' ? 'cards.verdict.failsState' : 'cards.verdict.failsSends')
    case 'depends':
      return dependsWords(say, verdict.on)
  }
}

function dependsWords(say: Say, on: Extract<Verdict, { kind: 'depends' }>['on']): string {
  switch (on) {
    case 'conditions':
      return say('cards.verdict.dependsConditions')
    case 'rfc9293-no-5961':
    case 'rfc793':
      return say(`cards.verdict.${on}`)
    default:
      return say('cards.verdict.dependsReading', { reading: say(`machine.ambiguities.${on}.reading`) })
  }
}

/** The first rules that say something of their own. */
function distinct(rules: readonly Rule[]): readonly Rule[] {
  const told = new Set<string>()
  return rules
    .filter(({ cite, to, emits }) => {
      const same = `${to} ${emits.join()} ${cite}`
      if (told.has(same)) return false
      told.add(same)
      return true
    })
    .slice(0, mostRules)
}
