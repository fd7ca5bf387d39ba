import { expect, test } from 'vitest'
import { refused } from './form-state'

test('a refusal gives back what was typed, but no password and nothing of the framework', () => {
  const form = new FormData()
  form.set('email', 'ada@example.org')
  form.set('password', 'a secret')
  form.set('newPassword', 'a secret')
  form.set('$ACTION_ID', 'x')
  expect(refused('wrong', form, ['email'])).toEqual({
    kind: 'refused',
    error: 'wrong',
    fields: ['email'],
    typed: { email: 'ada@example.org' },
  })
})
