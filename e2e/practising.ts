import { expect, type Page } from '@playwright/test'
import { hydrated } from './hydrated'

/** The words by which a practice is found, in each language. */
export const words = {
  en: {
    start: 'Start practice',
    check: 'Check',
    next: /Next question|See the summary/,
    verdict: /✓ Right\.|✕ Not right\./,
    kinds: 'Kinds of question',
    prove: 'Prove it',
    summary: 'Summary',
    stateName: 'Name of the state',
    moveUp: /^Move up/,
    place: 'Chosen:',
    gap: 'Gap',
  },
  'zh-CN': {
    start: '开始练习',
    check: '提交',
    next: /下一题|查看小结/,
    verdict: /✓ 正确。|✕ 不正确。/,
    kinds: '题型',
    prove: '给出证明',
    summary: '小结',
    stateName: '状态名',
    moveUp: /^上移/,
    place: '已选：',
    gap: '空缺',
  },
} as const

export type Language = keyof typeof words

type Choice = { readonly length?: number; readonly kinds?: readonly string[]; readonly topics?: readonly string[] }

/** Starts a practice from its page; without a choice, of everything, five questions long. */
export async function startPractice(
  page: Page,
  language: Language,
  { length = 5, kinds, topics }: Choice = {},
): Promise<void> {
  await page.goto(`/${language}/practice`)
  await page.locator(`input[name=length][value="${length}"]`).check()
  if (kinds !== undefined) {
    await page.getByText(words[language].kinds, { exact: true }).first().click()
    await tickOnly(page, 'kind', kinds)
  }
  if (topics !== undefined) await tickOnly(page, 'topic', topics)
  await page.getByRole('button', { name: words[language].start }).click()
  await expect(page).toHaveURL(/\/practice\/[0-9a-f-]{36}$/)
}

async function tickOnly(page: Page, name: string, values: readonly string[]): Promise<void> {
  for (const box of await page.locator(`input[name=${name}]`).all()) {
    await box.setChecked(values.includes((await box.getAttribute('value')) ?? ''))
  }
}

/** How the question on the page is answered. */
export async function controlOn(
  page: Page,
  form = page.getByRole('main').locator('form'),
): Promise<'choice' | 'several' | 'order' | 'place' | 'numbers' | 'text' | 'fill'> {
  await expect(form.locator('input, select, li button').first()).toBeVisible()
  if ((await form.getByRole('radio').count()) > 0) return 'choice'
  if ((await form.locator('select option[value="-1"]').count()) > 0) return 'fill'
  if ((await form.locator('select').count()) > 0) return 'place'
  if ((await form.locator('li button').count()) > 0) return 'order'
  if ((await form.locator('input[inputmode=numeric]').count()) > 0) return 'numbers'
  return (await form.getByRole('checkbox').count()) > 0 ? 'several' : 'text'
}

/** Answers the question on the page by keys alone, and waits for the verdict. Right or wrong is left to chance. */
export async function answerByKeyboard(page: Page, language: Language): Promise<void> {
  await hydrated(page)
  switch (await controlOn(page)) {
    case 'choice':
      await page.keyboard.press('2')
      await page.keyboard.press('Enter')
      break
    case 'several':
      await page.keyboard.press('1')
      await page.keyboard.press('3')
      await page.keyboard.press('Enter')
      break
    case 'order':
      await tabTo(page, words[language].moveUp)
      await page.keyboard.press('Enter')
      await tabTo(page, words[language].check)
      await page.keyboard.press('Enter')
      break
    case 'place':
      await tabTo(page, words[language].place)
      await page.keyboard.press('ArrowDown')
      await tabTo(page, words[language].check)
      await page.keyboard.press('Enter')
      break
    case 'fill':
      await fillByKeyboard(page, language)
      await tabTo(page, words[language].check)
      await page.keyboard.press('Enter')
      break
    case 'numbers':
      await tabTo(page, 'SEQ')
      await page.keyboard.type('101')
      await page.keyboard.press('Tab')
      await page.keyboard.type('301')
      await page.keyboard.press('Enter')
      break
    case 'text':
      await tabTo(page, words[language].stateName)
      await page.keyboard.type('fin_wait_1')
      await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { level: 2, name: words[language].verdict })).toBeVisible()
}

/** Puts an option into every gap, by its list; each list offers what is still free. */
export async function fillByKeyboard(page: Page, language: Language): Promise<void> {
  const gaps = await page.getByRole('main').locator('form select, fieldset select').count()
  for (let gap = 0; gap < gaps; gap++) {
    await tabTo(page, `${words[language].gap} ${gap + 1}`)
    await page.keyboard.press('ArrowDown')
  }
}

/** Presses Tab until the focus is on what has this name, which must be within reach. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    const label = await focused.evaluate((element) => {
      const labelled =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement
          ? element.labels?.[0]?.textContent
          : null
      return element.getAttribute('aria-label') ?? labelled ?? element.textContent ?? ''
    })
    const disabled = await focused.isDisabled()
    if (!disabled && (typeof name === 'string' ? label.trim().startsWith(name) : name.test(label.trim()))) return
  }
  throw new Error(`Cannot reach "${name}" by Tab`)
}
