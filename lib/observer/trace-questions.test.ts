import { describe, expect, it } from 'vitest'
import { readTcpdump } from '../capture/read-tcpdump'
import { has, segEnd } from '../tcp/segment'
import { observeConnection } from './observe-connection'
import type { Passed } from './passed'
import { play } from './play.testing'
import { playSample, samples } from './samples'
import { dumpBesideSs } from './ss-beside-capture.testing'
import { questionsOn } from './trace-questions'

const observe = (passed: readonly Passed[]) => [...observeConnection(passed)]
const told = (passed: readonly Passed[]) =>
  questionsOn(observe(passed)).flatMap((question) =>
    question.kind === 'states' ? [] : [`${question.at + 1} by ${question.by + 1}: ${question.key}`],
  )

describe('questionsOn', () => {
  it('asks for the next number and the next state where a later segment shows them', () => {
    expect(told(playSample('close'))).toEqual([
      '1 by 2: 1001',
      '1 by 2: SYN-RECEIVED',
      '2 by 3: 7001',
      '2 by 3: ESTABLISHED',
      '4 by 5: 1121',
      '4 by 5: ESTABLISHED',
      '6 by 7: 7121',
      '6 by 7: ESTABLISHED',
      '8 by 9: 1122',
      '8 by 9: CLOSE-WAIT',
      '10 by 11: 7122',
      '10 by 11: TIME-WAIT',
    ])
  })

  it('asks nothing of what is refused, nor of what is sent twice', () => {
    expect(told(playSample('refused'))).toEqual([])
    // The FIN that is sent again is acknowledged by the ACK of the first, which was lost behind the capture.
    expect(told(playSample('lost')).at(-1)).toBe('10 by 11: TIME-WAIT')
  })

  it.each(samples)('asks for both sets after each segment: %s', (sample) => {
    const seen = observe(playSample(sample))
    const sets = questionsOn(seen).filter(({ kind }) => kind === 'states')
    expect(sets).toHaveLength(2 * seen.length)
  })

  it('offers four options, in an order of their own, and the key among them', () => {
    const dump = readTcpdump(dumpBesideSs)?.segments ?? []
    const passed = [...samples.map(playSample), dump.slice(0, 11)]
    for (const question of passed.flatMap((all) => questionsOn(observe(all)))) {
      if (question.kind === 'states') continue
      const options: readonly (string | number)[] = question.options
      expect(options).toHaveLength(4)
      expect(new Set(options).size).toBe(4)
      expect(options).toContain(question.key)
    }
  })

  it('never asks what is not so, in any run of two peers', () => {
    let count = 0
    for (let seed = 1; seed <= 20; seed++) {
      const { passed, truth } = play(seed, 'both', 60)
      for (const question of questionsOn(observe(passed))) {
        if (question.kind === 'states') continue
        count += 1
        const [asked, answer] = [passed[question.at], passed[question.by]]
        if (asked === undefined || answer === undefined) throw new Error('A question about nothing')
        expect(answer.from).toBe(asked.to)
        expect(has(asked.segment, 'RST')).toBe(false)
        if (question.kind === 'acknowledged') {
          expect([question.key, answer.segment.ack]).toEqual([segEnd(asked.segment), segEnd(asked.segment)])
        } else expect([seed, question.by, truth[question.by]?.sender]).toEqual([seed, question.by, question.key])
      }
    }
    expect(count).toBeGreaterThan(60)
  })
})
