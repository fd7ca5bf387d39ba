import { describe, expect, it } from 'vitest'
import { readTcpdump } from '@/lib/capture/read-tcpdump'
import { observeCapture } from './observe-capture'
import { dumpBesideSs, shownBySs } from './ss-beside-capture.testing'

const lines = [...observeCapture(readTcpdump(dumpBesideSs)?.segments ?? [])]

describe('the observer beside ss, both on the same run of Linux', () => {
  it('reads all of it, and marks nothing', () => {
    expect(lines).toHaveLength(18)
    expect(lines.flatMap(({ marks }) => marks)).toEqual([])
  })

  it.each(shownBySs)('after $after segments: what ss shows is among what is told', ({ after, client, server }) => {
    const { from = '', to = '', states = {} } = lines[after - 1] ?? {}
    const [here, there] = from.endsWith(':80') ? [to, from] : [from, to]
    expect(states[here]).toContain(client)
    expect(states[there]).toContain(server)
  })

  it('what an end has shown by a segment of its own is told alone', () => {
    const alone = [9, 11, 16].map((after) => lines[after - 1]).map((line) => line?.states[line.from])
    expect(alone).toEqual([['FIN-WAIT-2'], ['TIME-WAIT'], ['CLOSE-WAIT']])
  })
})
