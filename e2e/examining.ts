import { expect, type Page } from '@playwright/test'
import { hydrated } from './hydrated'
import { controlOn, fillByKeyboard, tabTo } from './practising'

/** The words by which an exam is found, in each language. */
export const examWords = {
  en: {
    own: 'Your own blueprint',
    start: 'Start the exam',
    saved: 'All answers are saved.',
    notSaved: /^Not saved/,
    handIn: 'Hand in',
    handInYes: 'Hand in for good',
    result: 'Result of the exam',
    moveUp: /^Move up/,
    place: 'Chosen:',
    stateName: 'Name of the state',
    question: (number: number, length: number) => `Question ${number} of ${length}`,
  },
  'zh-CN': {
    own: '自定组卷方案',
    start: '开始考试',
    saved: '答案已全部保存。',
    notSaved: /^未保存/,
    handIn: '交卷',
    handInYes: '确定交卷',
    result: '考试成绩',
    moveUp: /^上移/,
    place: '已选：',
    stateName: '状态名',
    question: (number: number, length: number) => `第 ${number} 题，共 ${length} 题`,
  },
} as const

export type ExamLanguage = keyof typeof examWords

type Own = { readonly questions: number; readonly minutes: number; readonly forms?: readonly string[] }

/** Starts an exam of one's own blueprint from the page of exams. */
export async function startExam(page: Page, language: ExamLanguage, { questions, minutes, forms }: Own): Promise<void> {
  await page.goto(`/${language}/exam?adjust=midterm#own`)
  const own = page.locator('#own')
  await own.locator('input[name=questions]').fill(String(questions))
  await own.locator('input[name=minutes]').fill(String(minutes))
  if (forms !== undefined) {
    for (const box of await own.locator('input[name=form]').all()) {
      await box.setChecked(forms.includes((await box.getAttribute('value')) ?? ''))
    }
  }
  await own.getByRole('button', { name: examWords[language].start, exact: true }).click()
  await expect(page).toHaveURL(/\/exam\/[0-9a-f-]{36}$/)
  await hydrated(page)
}

/** Answers the question on the page by keys alone; right or wrong is left to chance. */
export async function answerInExam(page: Page, language: ExamLanguage): Promise<void> {
  await hydrated(page)
  const { moveUp, place, stateName } = examWords[language]
  switch (await controlOn(page, page.getByRole('main').locator('fieldset').first())) {
    case 'choice':
      await page.keyboard.press('2')
      return
    case 'several':
      await page.keyboard.press('1')
      await page.keyboard.press('3')
      return
    case 'order':
      await tabTo(page, moveUp)
      await page.keyboard.press('Enter')
      return
    case 'fill':
      await fillByKeyboard(page, language)
      await page.keyboard.press('Tab')
      return
    case 'place':
      await tabTo(page, place)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      return
    case 'numbers':
      await tabTo(page, 'SEQ')
      await page.keyboard.type('101')
      await page.keyboard.press('Tab')
      await page.keyboard.type('301')
      await page.keyboard.press('Tab')
      return
    case 'text':
      await tabTo(page, stateName)
      await page.keyboard.type('fin_wait_1')
      await page.keyboard.press('Tab')
  }
}

export async function expectSaved(page: Page, language: ExamLanguage): Promise<void> {
  await expect(page.getByText(examWords[language].saved)).toBeVisible()
}

/** Hands in by the button and the question that it asks, by keys alone. */
export async function handIn(page: Page, language: ExamLanguage): Promise<void> {
  const { handIn: open, handInYes, result } = examWords[language]
  await page.getByRole('button', { name: open, exact: true }).focus()
  await page.keyboard.press('Enter')
  const yes = page.getByRole('dialog').getByRole('button', { name: handInYes })
  await expect(yes).toBeVisible()
  await yes.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/result$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(result)
}
