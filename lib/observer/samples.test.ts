import { describe, expect, it } from 'vitest'
import { observeConnection } from './observe-connection'
import { playSample, samples } from './samples'

describe('playSample', () => {
  it.each(samples)('%s: the machine plays it, and breaks no rule', (sample) => {
    const seen = [...observeConnection(playSample(sample))]
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.flatMap(({ marks }) => marks).filter(({ kind }) => kind === 'impossible')).toEqual([])
  })

  it('the FIN again after the lost ACK is a retransmission', () => {
    const marks = [...observeConnection(playSample('lost'))].flatMap((seen) => seen.marks)
    expect(marks).toEqual([{ kind: 'retransmission' }])
  })
})
