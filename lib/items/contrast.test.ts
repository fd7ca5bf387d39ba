import { describe, expect, it } from 'vitest'
import { deriveBank } from './bank'
import { confusedState, contrastOf } from './contrast'
import { isTrue } from './statement-truth'

const { facts } = deriveBank()

describe('contrastOf', () => {
  it('holds every fact against one that is not the same', () => {
    for (const { id } of facts) {
      const contrast = contrastOf(id, null)
      switch (contrast?.kind) {
        case 'rules': {
          const { rule, other } = contrast
          expect(rule.to !== other.to || rule.emits.join() !== other.emits.join(), id).toBe(true)
          break
        }
        case 'meanings':
          expect(contrast.state, id).not.toBe(contrast.other)
          break
        case 'paths':
          expect(contrast.path, id).not.toBe(contrast.other)
          break
        case 'statements':
          expect(isTrue(contrast.statement), id).not.toBe(isTrue(contrast.other))
          expect(contrast.statement.topic, id).toBe(contrast.other.topic)
          break
        case 'broken':
          expect(contrast.rule, id).not.toBe(contrast.other)
          break
        default:
          expect.fail(`Nothing to hold "${id}" against`)
      }
    }
  })

  it.each([
    ['path/normal-close', 'lost-last-ack'],
    ['path/simultaneous-close', 'normal-close'],
  ])('%s is held against %s, which begins alike', (path, other) => {
    expect(contrastOf(path, null)).toMatchObject({ other })
  })

  it('takes the state that the learner answered instead', () => {
    expect(contrastOf('meaning/FIN-WAIT-1', 'LAST-ACK')).toMatchObject({ other: 'LAST-ACK' })
    const rule = facts.find(({ id }) => id.startsWith('rule/FIN-WAIT-1') || id.startsWith('rule/fin-wait-1'))
    const contrast = contrastOf(rule?.id ?? '', 'TIME-WAIT')
    expect(contrast?.kind === 'rules' && contrast.other.to).toBe('TIME-WAIT')
  })

  it.each(['', 'rule/no-such-rule', 'meaning/BOUND', 'statement/nothing', 'note/1'])('nothing for "%s"', (id) => {
    expect(contrastOf(id, null)).toBeNull()
  })
})

describe('confusedState', () => {
  it.each([
    ['what was chosen most often', ['state:CLOSING', 'state:LAST-ACK', 'state:CLOSING'], 'CLOSING'],
    ['nothing where no answer names a state', ['emits:ACK', 'never:'], null],
    ['nothing without answers', [], null],
  ])('%s', (_title, options, state) => {
    expect(confusedState(options.map((option) => ({ form: 'choice', option })))).toBe(state)
  })

  it('a state in whatever spelling it was typed', () => {
    expect(confusedState([{ form: 'text', text: 'fin_wait2' }])).toBe('FIN-WAIT-2')
  })
})
