import { describe, expect, it } from 'vitest'
import { conversationsIn, observeCapture } from './observe-capture'
import { playSample } from './samples'

describe('observeCapture', () => {
  it('the line of the SYN of an ordinary connection', () => {
    expect([...observeCapture(playSample('close'))][0]).toEqual({
      frame: 1,
      from: '10.0.0.1:40001',
      to: '10.0.0.2:80',
      ctl: ['SYN'],
      seq: 1000,
      ack: null,
      len: 0,
      states: { '10.0.0.1:40001': ['SYN-SENT'], '10.0.0.2:80': ['LISTEN', 'SYN-RECEIVED'] },
      marks: [],
    })
  })

  it('lines stand in the order of the file, whatever conversation they belong to', () => {
    const one = playSample('close')
    const other = playSample('refused').map((passed) => ({
      ...passed,
      from: passed.from.replace(':40001', ':40002'),
      to: passed.to.replace(':40001', ':40002'),
    }))
    const mixed = one.flatMap((passed, index) => [passed, ...other.slice(index, index + 1)])
    const numbered = mixed.map((passed, index) => ({ ...passed, frame: index + 1 }))
    expect(conversationsIn(numbered).map(({ passed }) => passed.length)).toEqual([one.length, other.length])
    const lines = [...observeCapture(numbered)]
    expect(lines.map(({ frame }) => frame)).toEqual(numbered.map(({ frame }) => frame))
    expect(lines[1]?.states['10.0.0.1:40002']).toEqual(['SYN-SENT'])
  })
})
