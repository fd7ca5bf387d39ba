import { describe, expect, it } from 'vitest'
import { wordKey } from './word-key'

describe('wordKey', () => {
  it.each([
    ['SYN-SENT', 'syn-sent'],
    ['rcv RST,ACK', 'rcv-rst-ack'],
    ['SEG.SEQ = RCV.NXT', 'seg-seq-rcv-nxt'],
    ['in range, does not acknowledge our FIN', 'in-range-does-not-acknowledge-our-fin'],
    ['RFC 5961', 'rfc-5961'],
    ['-a-', 'a'],
    ['(a) (b)', 'a-b'],
    ['', ''],
  ])('of "%s" is "%s"', (name, key) => {
    expect(wordKey(name)).toBe(key)
  })
})
