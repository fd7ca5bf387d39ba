import type { EventName } from '@/lib/tcp/events'
import type { Rule } from '@/lib/tcp/rules'

/** Rules that say the same of several events (`rcv RST` and `rcv RST,ACK`), to be read as one. */
export type RuleGroup = { readonly rule: Rule; readonly events: readonly EventName[] }

/** Joins rules that differ in their event alone. Takes them in any order and keeps the order of the first of each. */
export function groupRules(rules: readonly Rule[]): readonly RuleGroup[] {
  const groups = new Map<string, RuleGroup>()
  for (const rule of rules) {
    const { from, to, when, emits, responses, cite, figure5 } = rule
    const key = JSON.stringify([from, to, when, emits, responses, cite, figure5])
    const group = groups.get(key)
    groups.set(key, { rule: group?.rule ?? rule, events: [...(group?.events ?? []), rule.on] })
  }
  return [...groups.values()]
}
