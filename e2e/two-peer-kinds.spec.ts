import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { Say } from '../lib/i18n/say'
import { explainedOf, nameOfSeen, type Seen } from '../lib/items/captures'
import { nothingYet, pathNames, segmentsOf, selectPath } from '../lib/items/paths'
import { canMeet, type StatePair, statePairs } from '../lib/items/state-pairs'
import { shortestWays } from '../lib/items/ways'
import { formatSegment } from '../lib/tcp/segment'
import { findStateBySlug } from '../lib/tcp/states'
import { wayWords } from '../lib/words/pair-words'
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
import { test } from './journey'
import { type Language, startPractice, words } from './practising'

const verdicts = {
  en: { right: '✓ Right.', wrong: '✕ Not right.', picture: 'The run as a picture' },
  'zh-CN': { right: '✓ 正确。', wrong: '✕ 不正确。', picture: '这条路径的时序图' },
} as const

const languages = ['en', 'zh-CN'] as const

/** Waits for the verdict, and looks at all that is told: it is accessible and nothing goes sideways on a phone. */
async function expectTold(page: Page, language: Language, verdict: 'right' | 'wrong'): Promise<void> {
  await expect(page.getByRole('heading', { level: 2, name: verdicts[language][verdict] })).toBeFocused()
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  await expectAccessible(page)
  await expectNoSideways(page)
}

/** The pair that an option names: two states, or one of both peers. */
function pairNamed(text: string): StatePair {
  const names = text.match(/[A-Z]{2,}(-[A-Z0-9]+)*/g) ?? []
  const pair = statePairs.find(([one, other]) => one === names[0] && other === (names[1] ?? names[0]))
  if (pair === undefined) throw new Error(`No pair in "${text}"`)
  return pair
}

for (const language of languages) {
  test(`somebody on a phone tells by keyboard which states two peers can be in, wrong and then right: ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await startPractice(page, language, { kinds: ['together'] })
    for (const verdict of ['wrong', 'right'] as const) {
      await hydrated(page)
      const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      const asksNever = /never|can not|绝不|不可能/.test(stem)
      const labels = await page
        .getByRole('radio')
        .evaluateAll((all) => all.map((input) => input.closest('label')?.textContent?.replace(/^\d/, '') ?? ''))
      const right = labels.findIndex((label) => canMeet(pairNamed(label)) !== asksNever)
      expect(labels.filter((label) => canMeet(pairNamed(label)) !== asksNever)).toHaveLength(1)
      await expectAccessible(page)
      await expectNoSideways(page)
      await page.keyboard.press(String((verdict === 'right' ? right : (right + 1) % 4) + 1))
      await page.keyboard.press('Enter')
      await expectTold(page, language, verdict)
      if (verdict === 'wrong') await expect(page.getByText(verdicts[language].picture)).toBeVisible()
      await page.keyboard.press('Enter')
    }
  })
}

/** The segments of a capture as they stand on the page. */
async function seenOn(page: Page): Promise<readonly Seen[]> {
  const rows = await page.getByRole('main').locator('ol > li').allTextContents()
  return rows.map((row) => {
    const [, from = '', seq = ''] = row.match(/([AB]): <SEQ=(\d+)>/) ?? []
    const number = (name: string) => row.match(new RegExp(`<${name}=(\\d+)>`))?.[1]
    const ack = number('ACK')
    const ctl = (row.match(/<CTL=([A-Z,]+)>/)?.[1] ?? '').split(',') as unknown as Seen['segment']['ctl']
    const segment = {
      seq: Number(seq),
      ack: ack === undefined ? null : Number(ack),
      ctl,
      len: Number(number('DATA') ?? 0),
    }
    return { from: from === 'A' ? 'A' : 'B', segment }
  })
}

/** An order that the machine can explain, found segment by segment; the captures here begin with nothing open. */
function explain(seen: readonly Seen[], point: 'A' | 'B' | 'middle'): readonly Seen[] {
  const isnOf = (side: 'A' | 'B') =>
    seen.find(({ from, segment }) => from === side && segment.ctl.includes('SYN'))?.segment.seq ?? 0
  const capture = { point, start: { ...nothingYet, iss: { A: isnOf('A'), B: isnOf('B') } }, lost: false } as const
  const isRight = (order: readonly Seen[]) => explainedOf(capture, order) === order.length
  const found = ordersOf(seen).find(isRight)
  if (found === undefined) throw new Error('No run explains it')
  return found
}

function ordersOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all]
  return all.flatMap((first, at) => ordersOf(all.toSpliced(at, 1)).map((rest) => [first, ...rest]))
}

const moveUp = { en: 'Move up', 'zh-CN': '上移' } as const

for (const language of languages) {
  test(`somebody puts shuffled captures in order by keyboard, wrong and then right: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await startPractice(page, language, { kinds: ['capture'], topics: ['open', 'simultaneous'] })
    for (const verdict of ['wrong', 'right'] as const) {
      await hydrated(page)
      const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      const point = /half way|之间抓包/.test(stem) ? 'middle' : /peer A|对等端 A/.test(stem) ? 'A' : 'B'
      const right = explain(await seenOn(page), point).map(nameOfSeen)
      const wanted = verdict === 'right' ? right : right.toReversed()
      for (const [place, name] of wanted.entries()) {
        const now = (await seenOn(page)).map(nameOfSeen)
        for (let at = now.indexOf(name, place); at > place; at--) {
          const row = page.getByRole('main').locator('ol > li').nth(at)
          await row.getByRole('button', { name: new RegExp(`^${moveUp[language]}`) }).press('Enter')
        }
      }
      expect((await seenOn(page)).map(nameOfSeen)).toEqual(wanted)
      await expectAccessible(page)
      await expectNoSideways(page)
      await page.getByRole('button', { name: words[language].check }).press('Enter')
      await expectTold(page, language, verdict)
      await expect(page.getByText(verdicts[language].picture)).toBeVisible()
      await page.keyboard.press('Enter')
    }
  })

  test(`somebody chooses the shortest way by keyboard, wrong and then right: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await startPractice(page, language, { kinds: ['shortest-way'] })
    const say = sayOf(language)
    for (const verdict of ['wrong', 'right'] as const) {
      await hydrated(page)
      const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      const [from, to] = (stem.match(/[A-Z]+(-[A-Z0-9]+)*/g) ?? []).flatMap(
        (name) => findStateBySlug(name.toLowerCase()) ?? [],
      )
      if (from === undefined || to === undefined) throw new Error(stem)
      const ways = shortestWays(from, to).map((way) => plain(wayWords(say, way)))
      const labels = await page
        .getByRole('radio')
        .evaluateAll((all) => all.map((input) => input.closest('label')?.textContent?.replace(/^\d/, '') ?? ''))
      const right = labels.findIndex((label) => ways.includes(plain(label)))
      expect(right).toBeGreaterThanOrEqual(0)
      await expectAccessible(page)
      await expectNoSideways(page)
      await page.keyboard.press(String((verdict === 'right' ? right : (right + 1) % 4) + 1))
      await page.keyboard.press('Enter')
      await expectTold(page, language, verdict)
      await page.keyboard.press('Enter')
    }
  })
}

/** The segments that are missing on the page, in the order of the gaps: those of the path that stand nowhere in its diagram. */
async function missingOn(page: Page, language: Language): Promise<readonly string[]> {
  const say = sayOf(language)
  const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const path = pathNames.filter((name) => stem.includes(say(`item.paths.${name}`)))
  // The longest name that fits: one path's name may be part of another's.
  const name = path.toSorted((a, b) => say(`item.paths.${b}`).length - say(`item.paths.${a}`).length)[0]
  if (name === undefined) throw new Error(stem)
  const drawn = (await page.getByRole('table').first().textContent()) ?? ''
  const all = segmentsOf(selectPath(name)).map(({ segment }) => formatSegment(segment))
  return all.filter((segment) => !drawn.includes(segment))
}

for (const language of languages) {
  test(`somebody fills the gaps of a diagram by keyboard, wrong and then right: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await startPractice(page, language, { kinds: ['fill-diagram'] })
    for (const verdict of ['wrong', 'right'] as const) {
      await hydrated(page)
      const missing = await missingOn(page, language)
      const lists = page.getByRole('main').locator('form select')
      await expect(lists).toHaveCount(missing.length)
      const offered = await lists.first().locator('option').allTextContents()
      const other = offered.slice(1).find((segment) => !missing.includes(segment)) ?? ''
      await expectAccessible(page)
      await expectNoSideways(page)
      for (const [gap, segment] of missing.entries()) {
        const wanted = verdict === 'wrong' && gap === 0 ? other : segment
        const list = page.getByLabel(`${words[language].gap} ${gap + 1}`)
        for (let press = 0; press < offered.length; press++) {
          if ((await list.locator('option:checked').textContent()) === wanted) break
          await list.press('ArrowDown')
        }
        await expect(list.locator('option:checked')).toHaveText(wanted)
        // What is chosen stands in the picture at once.
        await expect(page.getByRole('table').first()).toContainText(wanted)
      }
      await page.getByRole('button', { name: words[language].check }).press('Enter')
      await expectTold(page, language, verdict)
      await page.keyboard.press('Enter')
    }
  })
}

test('somebody drags a segment into its gap, and takes it to another', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await startPractice(page, 'en', { kinds: ['fill-diagram'], topics: ['established'] })
  await hydrated(page)
  const form = page.getByRole('main').locator('form')
  const piece = form.locator('ul > li').first()
  const segment = ((await piece.textContent()) ?? '').replace('⠿', '')
  const drag = async (to: { readonly x: number; readonly y: number }) => {
    // Hovering waits until the piece has come to rest after the last drop.
    await piece.hover({ position: { x: 30, y: 20 } })
    const from = await piece.boundingBox()
    if (from === null) throw new Error('Nothing to drag')
    await page.mouse.down()
    await page.mouse.move(from.x + 20, from.y + 10, { steps: 5 })
    await page.mouse.move(to.x, to.y, { steps: 15 })
    await page.mouse.up()
  }
  const gapOf = async (name: number) => {
    const box = await page
      .getByRole('table')
      .getByText(new RegExp(`[?]${name}$`))
      .boundingBox()
    if (box === null) throw new Error(`No gap ${name}`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  await drag(await gapOf(1))
  await expect(page.getByLabel('Gap 1').locator('option:checked')).toHaveText(segment)
  await drag(await gapOf(2))
  await expect(page.getByLabel('Gap 2').locator('option:checked')).toHaveText(segment)
  await expect(page.getByLabel('Gap 1').locator('option:checked')).toHaveText('nothing yet')
})

function plain(text: string): string {
  return text.replaceAll('`', '').toLowerCase().trim()
}

/** What the messages say under a key, where they have no places to fill in. */
function sayOf(language: Language): Say {
  const item: unknown = JSON.parse(readFileSync(`messages/${language}/item.json`, 'utf8'))
  return (key) => {
    const found = key
      .split('.')
      .slice(1)
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], item)
    return String(found)
  }
}
