import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadSay } from '@/lib/i18n/say'
import { playScenario } from '@/lib/scenario/play-scenario'
import { readyNames, selectReady } from '@/lib/scenario/ready-scenarios'
import { timelineOf } from '@/lib/tcp/peers/timeline-of'
import { formatSegment } from '@/lib/tcp/segment'
import { sheetColors, standaloneSvg } from './standalone-svg'
import { timelineTexts } from './texts'

describe('a sequence diagram as a file', () => {
  it('has the colours of the light sheet', () => {
    const css = readFileSync('app/globals.css', 'utf8')
    for (const [name, color] of Object.entries(sheetColors)) {
      expect(css).toContain(`--color-${name}: light-dark(${color},`)
    }
  })

  it.each(readyNames)('of %s says every segment and state, stands alone, and closes what it opens', async (name) => {
    const result = playScenario(selectReady(name))
    if (result.kind === 'impossible') throw new Error(result.why)
    const timeline = timelineOf(result.played.start, result.played.steps)
    for (const locale of ['en', 'zh-CN'] as const) {
      const svg = standaloneSvg(timeline, timelineTexts(await loadSay(locale)))
      const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
        text.replace(/&lt;/g, '<').replace(/&gt;/g, '>'),
      )
      for (const { number, segment } of timeline.arrows) {
        expect(words.some((text) => text.startsWith(`${number} ${formatSegment(segment)}`))).toBe(true)
      }
      for (const { states } of timeline.stays) expect(words).toContain(states.join(' '))
      expect(svg).not.toMatch(/class=|var\(|href=|NaN|undefined|[{}]/)
      expect(isBalanced(svg)).toBe(true)
    }
  })
})

/** Every element that is opened is closed, in order. */
function isBalanced(svg: string): boolean {
  const open: string[] = []
  for (const [, close, name = '', self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) return false
    } else if (self !== '/') open.push(name)
  }
  return open.length === 0
}
