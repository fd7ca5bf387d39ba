import { describe, expect, it } from 'vitest'
import { differences, profiles } from '@/lib/tcp/profiles'
import { documented } from './documented'
import { printJson } from './print-json'
import { profileDifferences } from './profile-differences'
import { programsView } from './programs-view'

describe('the page for programs', () => {
  it('shows an example that is answered and one that is refused', () => {
    const { example, faulty } = programsView()
    expect(JSON.parse(example.answer)).toMatchObject({ state: 'TIME-WAIT', emits: [{ seq: 101, ack: 301 }] })
    const pointers = (JSON.parse(faulty.answer) as { errors: { pointer: string }[] }).errors.map(
      ({ pointer }) => pointer,
    )
    expect(pointers).toEqual(['/tcb/sndNxt', '/event/segment/ack'])
  })

  it('reads fields off the schemas, with their types and defaults', () => {
    const tcb = documented.step.find(({ name }) => name === 'tcb')?.fields ?? []
    expect(tcb.find(({ name }) => name === 'iss')).toEqual({
      name: 'iss',
      type: '0 … 4294967295',
      isRequired: true,
      fallback: null,
    })
    expect(tcb.find(({ name }) => name === 'opened')?.type).toBe('"passive" | "active" | null')
    expect(tcb.find(({ name }) => name === 'sendQueued')).toMatchObject({ isRequired: false, fallback: '0' })
  })

  it('shows every difference by outcomes that agree exactly where the profiles do', () => {
    for (const { difference, outcomes } of profileDifferences()) {
      for (const [index, one] of profiles.entries()) {
        for (const other of profiles.slice(index + 1)) {
          const [a, b] = [one, other].map((profile) => {
            const { state, sent } = outcomes.find((outcome) => outcome.profile === profile) ?? {}
            return JSON.stringify([state, sent])
          })
          expect(a === b, `${difference}: ${one}, ${other}`).toBe(
            differences[one][difference] === differences[other][difference],
          )
        }
      }
    }
  })
})

describe('printJson', () => {
  it.each([null, 1, 'a"b', [], {}, [1, [2]], { a: { b: [] } }, { long: 'x'.repeat(80), list: ['y'.repeat(70), 'z'] }])(
    'prints what parses to the same: %j',
    (value) => {
      expect(JSON.parse(printJson(value))).toEqual(value)
    },
  )

  it('breaks only what does not fit on a line', () => {
    const value = { short: [1, 2], long: { a: 'x'.repeat(40), b: 'y'.repeat(20) } }
    expect(printJson(value).split('\n')).toEqual([
      '{',
      '  "short": [1, 2],',
      '  "long": {',
      `    "a": "${'x'.repeat(40)}",`,
      `    "b": "${'y'.repeat(20)}"`,
      '  }',
      '}',
    ])
  })
})
