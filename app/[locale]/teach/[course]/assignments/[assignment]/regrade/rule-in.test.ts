import { expect, test } from 'vitest'
import { ruleIn } from './rule-in'

test.each([
  [
    { rule: 'nobody', item: '3 next-state/a b' },
    { kind: 'withdraw', itemId: 'next-state/a b', version: 3, points: 'nobody' },
  ],
  [
    { rule: 'everybody', item: '1 x' },
    { kind: 'withdraw', itemId: 'x', version: 1, points: 'everybody' },
  ],
  [
    { rule: 'key', item: '2 v', key: 'text:b' },
    { kind: 'key', itemId: 'v', version: 2, key: 'text:b' },
  ],
  [{ rule: 'key', item: '2 v' }, null],
  [{ rule: 'whole' }, { kind: 'credit', credit: 'whole' }],
  [
    { rule: 'back', regrade: 'r1' },
    { kind: 'take back', regradeId: 'r1' },
  ],
  [{}, null],
  [{ rule: 'nobody', item: 'x' }, null],
  [{ rule: 'nobody', item: '1 ' }, null],
  [{ rule: ['nobody', 'whole'] }, null],
])('the address %j names the rule %j', (query, rule) => {
  expect(ruleIn(query)).toEqual(rule)
})
