import { type Browser, expect, type Page } from '@playwright/test'

const words = {
  en: {
    email: 'Email',
    password: 'Password',
    makeAccount: 'Make an account',
    makeFirst: 'Make your first course',
    courseName: 'Name of the course',
    ownerName: 'What you are called in it',
    make: 'Make a course',
  },
  'zh-CN': {
    email: '邮箱',
    password: '密码',
    makeAccount: '建立账号',
    makeFirst: '建立第一门课程',
    courseName: '课程名称',
    ownerName: '你在课程里的称呼',
    make: '建立课程',
  },
} as const

let teachers = 0

/** Somebody with an account and a course, in a browser of their own: rate limits count its address alone. */
export async function openTeacher(
  browser: Browser,
  baseURL: string | undefined,
  language: keyof typeof words,
): Promise<{ readonly page: Page; readonly courseId: string }> {
  const say = words[language]
  teachers += 1
  const extraHTTPHeaders = { 'x-forwarded-for': `198.51.100.${teachers}` }
  const page = await (await browser.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders })).newPage()
  await page.goto(`/${language}/settings/account?to=/teach`)
  await page.getByLabel(say.email).fill(`${crypto.randomUUID()}@example.org`)
  await page.getByLabel(say.password).fill('correct horse battery')
  await page.getByRole('button', { name: say.makeAccount, exact: true }).click()
  await expect(page).toHaveURL(/\/teach$/)
  await page.getByText(say.makeFirst).click()
  await page.getByLabel(say.courseName).fill('Networks')
  await page.getByLabel(say.ownerName).fill('Prof. Hopper')
  await page.getByRole('button', { name: say.make, exact: true }).click()
  await expect(page).toHaveURL(/teach\/[0-9a-f-]{36}$/)
  return { page, courseId: /teach\/([0-9a-f-]{36})$/.exec(page.url())?.[1] ?? '' }
}
