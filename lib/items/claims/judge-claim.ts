import type { Ambiguity } from '../../tcp/ambiguities'
import { factsFor } from '../../tcp/conditions'
import { type Emission, emissionForms } from '../../tcp/emissions'
import { type Profile, profiles } from '../../tcp/profiles'
import { grids, type Rule } from '../../tcp/rules'
import type { State } from '../../tcp/states'
import type { SaidSent } from './lexicon'
import type { Claim } from './read-claims'

/** What the machine says to a claim. `rules` are those that it says so by; of one that fails, what is so instead. */
export type Verdict =
  /** `always` is false where other conditions leave the state as it is. */
  | { readonly kind: 'holds'; readonly always: boolean; readonly rules: readonly Rule[] }
  | { readonly kind: 'fails'; readonly wrong: 'state' | 'sends'; readonly rules: readonly Rule[] }
  /** On conditions, on a place where the RFC leaves a choice, or on another reading of TCP: never called wrong. */
  | {
      readonly kind: 'depends'
      readonly on: 'conditions' | Ambiguity | Exclude<Profile, 'rfc9293'>
      readonly rules: readonly Rule[]
    }

/** Runs a claim on the rows of the machine. */
export function judgeClaim(claim: Claim): Verdict {
  const verdict = judgeAsserted(claim)
  return claim.denied ? turned(verdict) : verdict
}

/** What is denied holds where the claim itself fails, and fails where that always holds. */
function turned(verdict: Verdict): Verdict {
  switch (verdict.kind) {
    case 'holds':
      return verdict.always
        ? { kind: 'fails', wrong: 'state', rules: verdict.rules }
        : { kind: 'depends', on: 'conditions', rules: verdict.rules }
    case 'fails':
      return verdict.wrong === 'state'
        ? { kind: 'holds', always: true, rules: verdict.rules }
        : { kind: 'depends', on: 'conditions', rules: verdict.rules }
    case 'depends':
      return verdict
  }
}

function judgeAsserted(claim: Claim): Verdict {
  const rules = rulesFor(claim, 'rfc9293')
  const leading = rules.filter(({ to }) => to === claim.to)
  const moving = rules.filter(({ from, to }) => to !== from)
  if (leading.length === 0) return otherReading(claim, rules) ?? fails('state', moving.length > 0 ? moving : rules)
  const elsewhere = moving.filter(({ to }) => to !== claim.to)
  if (elsewhere.length > 0) return { kind: 'depends', on: 'conditions', rules: [...leading, ...elsewhere] }
  const sending = leading.filter((rule) => isSent(rule, claim.sends))
  if (sending.length === 0) {
    const near = leading.some((rule) => mayBeMeant(rule, claim.sends))
    return near ? { kind: 'depends', on: 'conditions', rules: leading } : fails('sends', leading)
  }
  return (
    namedAmbiguity(sending) ?? {
      kind: 'holds',
      always: sending.length === rules.length,
      rules: sending,
    }
  )
}

function fails(wrong: 'state' | 'sends', rules: readonly Rule[]): Verdict {
  return { kind: 'fails', wrong, rules }
}

/** The rules of a reading that the claim speaks of, as far as it names what holds. */
function rulesFor({ from, on, facts }: Claim, profile: Profile): readonly Rule[] {
  return on
    .flatMap((name) => grids[profile][from][name])
    .filter((rule) => rule.kind !== 'cannot occur' && facts.every((fact) => allows(rule, fact)))
}

/** Whether a rule can apply where this fact holds: none of its conditions asks for another answer to the same question. */
function allows(rule: Rule, fact: Claim['facts'][number]): boolean {
  return rule.when.every((condition) => {
    const answers = factsFor(condition)
    const isAboutAcks = answers.every((answer) => answer.includes('cknowledges') || answer.includes('ACK'))
    return !isAboutAcks || answers.includes(fact)
  })
}

/** Holds by rules of which every one stands on a reading that the RFC leaves open. */
function namedAmbiguity(rules: readonly Rule[]): Verdict | null {
  const [first] = rules
  if (first?.ambiguous == null || rules.some(({ ambiguous }) => ambiguous === null)) return null
  return { kind: 'depends', on: first.ambiguous, rules }
}

/** Where else a connection would be by the reading that the machine does not take (ambiguities.ts). */
const otherOutcomes: Partial<Record<Ambiguity, State | 'the same' | 'any'>> = {
  'reset-issuer': 'TIME-WAIT',
  'user-timeout-without-timer': 'the same',
  'second-fin': 'the same',
  'syn-ack-in-syn-received': 'any',
  'unacceptable-ack-in-syn-received': 'any',
  'syn-in-time-wait': 'any',
}

function isOtherOutcome({ from, ambiguous }: Rule, to: State): boolean {
  const outcome = ambiguous === null ? undefined : otherOutcomes[ambiguous]
  return outcome === 'any' || outcome === to || (outcome === 'the same' && to === from)
}

/** Another reading by which the claim may be right; null where there is none. */
function otherReading(claim: Claim, rules: readonly Rule[]): Verdict | null {
  const open = rules.find((rule) => isOtherOutcome(rule, claim.to))
  if (open?.ambiguous != null) return { kind: 'depends', on: open.ambiguous, rules: [open] }
  for (const profile of profiles) {
    const so = rulesFor(claim, profile).filter(({ to }) => to === claim.to)
    if (profile !== 'rfc9293' && so.length > 0) return { kind: 'depends', on: profile, rules: so }
  }
  return null
}

/** The control bits of a form, by what the RFC prints: `<…><CTL=FIN,ACK>`. */
function bitsOf(form: Emission): readonly string[] {
  return /CTL=([A-Z,]+)/.exec(emissionForms[form])?.[1]?.split(',') ?? []
}

/** Whether a rule sends what is said. A FIN is said to be sent where a FIN,ACK is: Figure 5 writes it so. */
function isSent({ emits }: Rule, sends: SaidSent | null): boolean {
  if (sends === null) return true
  if (sends === 'nothing') return emits.length === 0
  const said = sends === 'FIN' ? ['FIN', 'ACK'] : sends.split(',')
  return emits.some((form) => {
    const bits = bitsOf(form)
    return sends === 'RST'
      ? bits.includes('RST')
      : bits.length === said.length && said.every((bit) => bits.includes(bit))
  })
}

/** Whether what is said is part of what is sent, as an ACK is of a FIN,ACK: too near to be called wrong. */
function mayBeMeant({ emits }: Rule, sends: SaidSent | null): boolean {
  if (sends === null || sends === 'nothing') return false
  return emits.some((form) => sends.split(',').every((bit) => bitsOf(form).includes(bit)))
}
