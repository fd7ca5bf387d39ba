import { expect, test } from 'vitest'
import { sealAnswers } from '@/components/exam/seal-answers'
import { answerKey, openSealed } from '@/lib/answer-key'
import { answerFileSchema } from '@/lib/assessment/answer-file'

const file = {
  attemptId: 'attempt',
  answers: [
    { id: '00000000-0000-4000-8000-000000000001', position: 3, revision: 2, given: { text: 'TIME-WAIT' } },
    { id: '00000000-0000-4000-8000-000000000002', position: 4, revision: 1, given: null },
  ],
}

test('what a browser seals is opened by the server with the same secret', async () => {
  const sealed = await sealAnswers(file, answerKey('a secret'))
  expect(JSON.stringify(sealed)).not.toContain('TIME-WAIT')
  expect(answerFileSchema.parse(JSON.parse(openSealed(sealed, 'a secret') ?? ''))).toEqual(file)
})

test('what was sealed for another, or changed since, is not opened', async () => {
  const sealed = await sealAnswers(file, answerKey('a secret'))
  expect(openSealed(sealed, 'another')).toBeNull()
  const turned = `${sealed.sealed.startsWith('A') ? 'B' : 'A'}${sealed.sealed.slice(1)}`
  expect(openSealed({ ...sealed, sealed: turned }, 'a secret')).toBeNull()
  expect(openSealed({ ...sealed, key: 'AAAA' }, 'a secret')).toBeNull()
})

test('two files of the same answers have nothing in common', async () => {
  const [one, two] = [await sealAnswers(file, answerKey('a')), await sealAnswers(file, answerKey('a'))]
  expect([one.key === two.key, one.sealed === two.sealed]).toEqual([false, false])
})
