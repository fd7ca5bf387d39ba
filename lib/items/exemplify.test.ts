import { describe, expect, it } from 'vitest'
import { observe } from '../tcp/observe'
import { profiles } from '../tcp/profiles'
import { rulesOf } from '../tcp/rules'
import { step } from '../tcp/step'
import { exemplify, figureNumbers } from './exemplify'

const wrapping = { ours: 2 ** 32 - 1, theirs: 2 ** 32 - 30, text: 60 }

describe('exemplify', () => {
  for (const profile of profiles) {
    it(`writes a situation in which just this rule applies: ${profile}`, () => {
      for (const numbers of [figureNumbers, wrapping]) {
        for (const rule of rulesOf(profile).filter((r) => !r.when.includes('ACK older than the largest window'))) {
          const { tcb, event } = exemplify(rule, numbers)
          const { on, facts } = observe(profile, tcb, event)
          expect(step(profile, tcb.state, on, facts).id).toBe(rule.id)
        }
      }
    })
  }
})
