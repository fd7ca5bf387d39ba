import { type RegradeRule, regradeRuleSchema } from '@/lib/teach/regrade'

/** What an address or a form says of a rule. */
export type RuleQuery = Readonly<Record<string, string | readonly string[] | undefined>>

/** The rule that an address names: rule=nobody, everybody, partial, whole, key or back, with item, key or regrade; null where it names none. */
export function ruleIn(query: RuleQuery): RegradeRule | null {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value : ''
  }
  const [version = '', ...id] = text('item').split(' ')
  const item = { itemId: id.join(' '), version: /^\d{1,9}$/.test(version) ? Number(version) : -1 }
  const asked = text('rule')
  const rule =
    asked === 'nobody' || asked === 'everybody'
      ? { kind: 'withdraw', ...item, points: asked }
      : asked === 'partial' || asked === 'whole'
        ? { kind: 'credit', credit: asked }
        : asked === 'key'
          ? { kind: 'key', ...item, key: text('key') }
          : { kind: 'take back', regradeId: text('regrade') }
  const parsed = regradeRuleSchema.safeParse(rule)
  return parsed.success ? parsed.data : null
}
