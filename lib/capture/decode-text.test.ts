import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'

describe('decodeText', () => {
  it.each([
    ['UTF-8', [0x65, 0xc3, 0xa9], 'eé'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x65], 'e'],
    ['UTF-16, low octets first', [0xff, 0xfe, 0x65, 0], 'e'],
    ['UTF-16, high octets first', [0xfe, 0xff, 0, 0x65], 'e'],
    ['no text', [0x65, 0xff, 0], 'e\ufffd\0'],
    ['nothing', [], ''],
  ] as const)('%s', (_, octets, text) => {
    expect(decodeText(Uint8Array.from(octets))).toBe(text)
  })
})
