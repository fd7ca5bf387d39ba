import { expect, type Page } from '@playwright/test'
import { canMeet, type StatePair, statePairs } from '../lib/items/state-pairs'
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
import { test } from './journey'
import { type Language, startPractice } from './practising'

const verdicts = {
  en: { right: '✓ Right.', wrong: '✕ Not right.', inWords: 'The same in words', picture: 'The run as a picture' },
  'zh-CN': { right: '✓ 正确。', wrong: '✕ 不正确。', inWords: '同样的内容，用文字', picture: '这条路径的时序图' },
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
  const names = text.match(/[A-Z]+(-[A-Z0-9]+)*/g) ?? []
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
