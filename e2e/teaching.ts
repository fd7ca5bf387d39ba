import { type Browser, expect, type Page } from '@playwright/test'

/** The words by which courses are found, in each language. */
export const teachWords = {
  en: {
    email: 'Email',
    password: 'Password',
    makeAccount: 'Make an account',
    makeFirst: 'Make your first course',
    courseName: 'Name of the course',
    term: 'Term',
    ownerName: 'What you are called in it',
    make: 'Make a course',
    door: 'Door',
    openDoor: 'Open the door',
    link: 'Link',
    code: 'Code',
    goOn: 'Go on',
    joinName: 'Your name in this course',
    joinNow: 'Join the course',
    joinTitle: (course: string) => `Join ${course}`,
    student: 'You are: Student',
    owner: 'You are: Owner',
    people: 'People',
    teaches: 'Who teaches it',
    myCourses: 'Your courses',
  },
  'zh-CN': {
    email: '邮箱',
    password: '密码',
    makeAccount: '建立账号',
    makeFirst: '建立第一门课程',
    courseName: '课程名称',
    term: '学期',
    ownerName: '你在课程里的称呼',
    make: '建立课程',
    door: '入口',
    openDoor: '打开入口',
    link: '链接',
    code: '加入码',
    goOn: '继续',
    joinName: '你在这门课程里的姓名',
    joinNow: '加入课程',
    joinTitle: (course: string) => `加入 ${course}`,
    student: '你的身份：学生',
    owner: '你的身份：所有者',
    people: '成员',
    teaches: '任课人员',
    myCourses: '我的课程',
  },
} as const

export type TeachLanguage = keyof typeof teachWords

let devices = 0

/** A browser of its own, of somebody who comes from an address of their own: rate limits count it alone. */
export async function openPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  devices += 1
  // Each worker of Playwright counts for itself.
  const address = `198.18.${process.env.TEST_PARALLEL_INDEX ?? 0}.${devices % 250}`
  const context = await browser.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { 'x-forwarded-for': address } })
  return context.newPage()
}

/** Fills in the form that makes an account, wherever it stands. */
export async function fillAccount(page: Page, language: TeachLanguage = 'en'): Promise<string> {
  const words = teachWords[language]
  const email = `${crypto.randomUUID()}@example.org`
  await page.getByLabel(words.email).fill(email)
  await page.getByLabel(words.password).fill('correct horse battery')
  await page.getByRole('button', { name: words.makeAccount, exact: true }).click()
  return email
}

/** Somebody new with an account. */
export async function openAccount(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const page = await openPage(browser, baseURL)
  await page.goto('/en/settings/account?to=/teach')
  await fillAccount(page)
  await expect(page).toHaveURL(/\/en\/teach$/)
  return page
}

/** Makes a course from the page of courses, and gives its id. */
export async function makeCourse(page: Page, name = 'Networks', language: TeachLanguage = 'en'): Promise<string> {
  const words = teachWords[language]
  await page.getByText(words.makeFirst).click()
  await page.getByLabel(words.courseName).fill(name)
  await page.getByLabel(words.term).fill('Autumn 2026')
  await page.getByLabel(words.ownerName).fill('Prof. Hopper')
  await page.getByRole('button', { name: words.make, exact: true }).click()
  await expect(page.getByText(words.owner)).toBeVisible()
  return /teach\/([0-9a-f-]{36})$/.exec(page.url())?.[1] ?? ''
}

export type Door = { readonly code: string; readonly link: string }

/** Opens the door of a course, which must be shut, and gives what stands on the slide. */
export async function openDoor(page: Page, courseId: string, language: TeachLanguage = 'en'): Promise<Door> {
  const words = teachWords[language]
  await page.goto(`/${language}/teach/${courseId}/door`)
  await page.getByRole('button', { name: words.openDoor }).click()
  const link = await page.getByLabel(words.link, { exact: true }).inputValue()
  const code = await page.getByText(/^[2-9A-HJ-NP-Y]{3} [2-9A-HJ-NP-Y]{3}$/).textContent()
  return { code: code ?? '', link }
}

/** Goes to an entrance as somebody with an account, and comes in under a name. */
export async function joinBy(page: Page, link: string, name: string): Promise<void> {
  await page.goto(new URL(link).pathname)
  await page.getByLabel(teachWords.en.joinName).fill(name)
  await page.getByRole('button', { name: teachWords.en.joinNow }).click()
  await expect(page.getByText(teachWords.en.student)).toBeVisible()
}

/** Adds people by a list, and waits until their places are there. */
export async function addPeople(page: Page, courseId: string, list: string, count: number): Promise<void> {
  await page.goto(`/en/teach/${courseId}/people/roster`)
  await page.getByLabel('List', { exact: true }).fill(list)
  await page.getByRole('button', { name: 'Check the list' }).click()
  await page.getByRole('button', { name: count === 1 ? 'Add this one' : `Add these ${count}` }).click()
  await expect(page.getByText(count === 1 ? '1 place is kept.' : `${count} places are kept.`)).toBeVisible()
}
