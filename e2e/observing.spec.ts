import { expect, type Locator, type Page } from '@playwright/test'
import { pileIn } from '../lib/items/sockets'
import { brokenIn, possibleAfter } from '../lib/items/traces'
import { actorIn, waysOn } from '../lib/items/ways-on'
import type { Passed } from '../lib/observer/passed'
import { type ControlBit, controlBits } from '../lib/tcp/segment'
import { wordKey } from '../lib/tcp/word-key'
import en from '../messages/en/item.json' with { type: 'json' }
import zh from '../messages/zh-CN/item.json' with { type: 'json' }
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
import { test } from './journey'
import { type Language, startPractice, words } from './practising'

const texts = { en, 'zh-CN': zh } as const

/** A trace as somebody reads it off the page: who sends, and what. */
async function traceOn(page: Page): Promise<readonly Passed[]> {
  const cells = await page.getByRole('main').locator('form table tbody tr td:nth-child(2)').allTextContents()
  return cells.map((cell, index) => {
    const from = cell.trim().startsWith('A') ? 'A' : 'B'
    const field = (name: string) => new RegExp(`<${name}=([^>]*)>`).exec(cell)?.[1]
    const ctl = (field('CTL') ?? '').split(',')
    const ack = field('ACK')
    const segment = {
      seq: Number(field('SEQ')),
      ack: ack === undefined ? null : Number(ack),
      ctl: controlBits.filter((bit): bit is ControlBit => ctl.includes(bit)),
      len: Number(field('DATA') ?? 0),
    }
    return { frame: index + 1, from, to: from === 'A' ? 'B' : 'A', segment, window: null, scale: null, id: null }
  })
}

async function submit(page: Page, language: Language, isRight: boolean): Promise<void> {
  await page.keyboard.press('Enter')
  const verdict = page.getByRole('heading', { level: 2, name: words[language].verdict })
  await expect(verdict).toContainText(isRight ? '✓' : '✕')
}

async function goOn(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: /✓|✕/ })).toHaveCount(0)
}

/** Presses the number of the option with this text; `others` presses that of another. */
async function choose(page: Page, options: readonly string[], right: string, isRight: boolean): Promise<void> {
  const place = options.indexOf(right)
  expect(place, `${right} among ${options.join(' · ')}`).toBeGreaterThanOrEqual(0)
  await page.keyboard.press(String((isRight ? place : (place + 1) % options.length) + 1))
}

const optionsOn = async (page: Page) =>
  (await page.getByRole('main').locator('form fieldset label').allInnerTexts()).map((text) =>
    text.replace(/^\s*\d+\s*/, '').trim(),
  )

const unmarked = (text: string) => text.replaceAll('`', '')

for (const language of ['en', 'zh-CN'] as const) {
  test(`somebody finds the segment that no correct endpoint sends, at the second try: ${language}`, async ({
    page,
  }) => {
    await startPractice(page, language, { kinds: ['impossible-segment'] })
    await hydrated(page)
    for (const isRight of [false, true]) {
      const trace = await traceOn(page)
      const [found] = brokenIn(trace)
      if (found === undefined) throw new Error('Nothing impossible on the page')
      const option = texts[language].trace.passed.replace('{number}', String(found.at + 1))
      await choose(page, await optionsOn(page), option, isRight)
      await submit(page, language, isRight)
      const why =
        texts[language].trace.broken[found.rule.replace(/[^A-Za-z0-9]+/g, '-') as keyof typeof en.trace.broken]
      await expect(page.getByText(unmarked(why)).first()).toBeVisible()
      // The right run stands beside it, with what the ends can be in, and what was put in its place.
      const told = page.getByRole('main').locator('section table')
      await expect(told.getByRole('row')).toHaveCount(trace.length + 1)
      await expect(told).toContainText(texts[language].trace.instead.split('{segment}')[0]?.trim() ?? '')
      await expectAccessible(page)
      if (!isRight) await goOn(page)
    }
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSideways(page)
  })

  test(`somebody says which states a capture leaves open, all of them and no more: ${language}`, async ({ page }) => {
    await startPractice(page, language, { kinds: ['states-of-trace'] })
    await hydrated(page)
    for (const isRight of [false, true]) {
      const trace = await traceOn(page)
      const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      const peer = /(?:peer|对等端) ?([AB])/.exec(stem)?.[1] === 'A' ? 'A' : 'B'
      const possible: readonly string[] = possibleAfter(trace, peer)
      const options = await optionsOn(page)
      const ticked = options.filter((option) => possible.includes(option) === isRight)
      for (const option of ticked) await page.keyboard.press(String(options.indexOf(option) + 1))
      await submit(page, language, isRight)
      await expectAccessible(page)
      if (!isRight) await goOn(page)
    }
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSideways(page)
  })

  test(`somebody reads what a tool prints, and says whose move it is: ${language}`, async ({ page }) => {
    await startPractice(page, language, { kinds: ['socket-pile'] })
    await hydrated(page)
    const seen = new Set<string>()
    for (const isRight of [false, true, true]) {
      const listing = page.getByRole('main').locator('form pre')
      const text = (await listing.textContent()) ?? ''
      expect(seen.has(text)).toBe(false)
      seen.add(text)
      const right = rightWords(language, text)
      const options = await optionsOn(page)
      const [own] = options.filter((option) => right.includes(option))
      await choose(page, options, own ?? 'nothing', isRight)
      await submit(page, language, isRight)
      await expectAccessible(page)
      await goOn(page)
    }
    await page.setViewportSize({ width: 320, height: 800 })
    await expectNoSideways(page)
    await expectReachable(page, page.getByRole('main').locator('form pre'))
  })
}

/** What is right about a listing, whichever of the three is asked. */
function rightWords(language: Language, listing: string): readonly string[] {
  const state = pileIn(listing)
  const { story, mover, actor } = texts[language].pile
  if (state === null || !(state in story)) throw new Error(`No pile in ${listing}`)
  const acts = actor[wordKey(actorIn(state)) as keyof typeof actor]
  const on = waysOn(state).map((way) => mover[wordKey(way.on) as keyof typeof mover])
  const told = story[state as keyof typeof story]
  const clauses = [...on.filter((words) => words !== undefined), acts]
  return [told, ...clauses.map((clause) => clause.charAt(0).toUpperCase() + clause.slice(1))].map(unmarked)
}

/** What is wider than the page scrolls in itself, and by keys. */
async function expectReachable(page: Page, wide: Locator): Promise<void> {
  await wide.focus()
  await expect(wide).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => wide.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
}
