import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { openMailServer } from '../lib/mail.testing'
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'
import { mailPort } from './mail-port'
import {
  fillAccount,
  joinBy,
  makeCourse,
  openAccount,
  openDoor,
  openPage,
  type TeachLanguage,
  teachWords,
} from './teaching'

const phone = { width: 360, height: 740 }

/** Adds people by a list, and waits until their places are there. */
async function addPeople(page: Page, courseId: string, list: string, count: number): Promise<void> {
  await page.goto(`/en/teach/${courseId}/people/roster`)
  await page.getByLabel('List', { exact: true }).fill(list)
  await page.getByRole('button', { name: 'Check the list' }).click()
  await page.getByRole('button', { name: count === 1 ? 'Add this one' : `Add these ${count}` }).click()
  await expect(page.getByText(count === 1 ? '1 place is kept.' : `${count} places are kept.`)).toBeVisible()
}

/** The link of the place that is kept for somebody. */
const linkOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).getByLabel('Link', { exact: true }).inputValue()

/** Comes in by a link that was made for somebody alone. */
async function takePlace(page: Page, link: string, who: RegExp): Promise<void> {
  await page.goto(new URL(link).pathname)
  await expect(page.getByText(who)).toBeVisible()
  await page.getByRole('button', { name: 'Join the course' }).click()
  await expect(page).toHaveURL(/\/teach\/[0-9a-f-]{36}$/)
}

const languages: readonly TeachLanguage[] = ['en', 'zh-CN']

for (const language of languages)
  test(`a lecturer makes a course, and somebody on a phone joins by the code and sees it at home (${language})`, async ({
    browser,
    baseURL,
  }) => {
    const words = teachWords[language]
    const [lecturer, student] = [await openPage(browser, baseURL), await openPage(browser, baseURL)]
    await lecturer.goto(`/${language}/teach`)
    await expectAccessible(lecturer)
    await lecturer.getByRole('link', { name: words.makeAccount }).click()
    await fillAccount(lecturer, language)
    await expect(lecturer).toHaveURL(new RegExp(`/${language}/teach$`))
    const courseId = await makeCourse(lecturer, 'TCP & Co.', language)
    await expectAccessible(lecturer)
    const { code } = await openDoor(lecturer, courseId, language)
    await expectAccessible(lecturer)
    await expect(lecturer.getByRole('img', { name: 'TCP & Co.' })).toBeVisible()

    await student.setViewportSize(phone)
    await student.goto(`/${language}/join`)
    await expectAccessible(student)
    await expectNoSideways(student)
    await student.getByLabel(words.code).fill(code.toLowerCase().replace(' ', '-'))
    await student.getByRole('button', { name: words.goOn }).click()
    await expect(student.getByRole('heading', { level: 1 })).toHaveText(words.joinTitle('TCP & Co.'))
    await expectAccessible(student)
    await expectNoSideways(student)
    await fillAccount(student, language)
    await student.getByLabel(words.joinName).fill('Ada Lovelace')
    await expectAccessible(student)
    await student.getByRole('button', { name: words.joinNow }).click()
    await expect(student.getByText(words.student)).toBeVisible()
    await expect(student.getByRole('region', { name: 'TCP & Co.' })).toHaveCount(0)
    await expect(student.getByRole('listitem').filter({ hasText: 'Prof. Hopper' })).toBeVisible()
    await expectAccessible(student)
    await expectNoSideways(student)
    await student.goto(`/${language}`)
    await expect(student.getByRole('heading', { name: words.myCourses })).toBeVisible()
    await expectNoSideways(student)
    await student.getByRole('link', { name: 'TCP & Co.' }).click()
    await expect(student.getByText(words.student)).toBeVisible()

    await lecturer.setViewportSize(phone)
    await lecturer.goto(`/${language}/teach/${courseId}/people`)
    await expect(lecturer.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()
    await expectAccessible(lecturer)
    await expectNoSideways(lecturer)
  })

test('somebody who has an account joins by the link, signing in on the way, and comes in once', async ({
  browser,
  baseURL,
}) => {
  const lecturer = await openAccount(browser, baseURL)
  const courseId = await makeCourse(lecturer)
  const { link } = await openDoor(lecturer, courseId)
  const laptop = await openPage(browser, baseURL)
  await laptop.goto('/en/settings/account?to=/teach')
  const email = await fillAccount(laptop)
  await expect(laptop).toHaveURL(/\/en\/teach$/)

  const phonePage = await openPage(browser, baseURL)
  await phonePage.goto(new URL(link).pathname)
  await phonePage.getByRole('link', { name: 'I have an account: sign in' }).click()
  await expect(phonePage.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await phonePage.getByLabel('Email').fill(email)
  await phonePage.getByLabel('Password').fill('correct horse battery')
  await phonePage.getByRole('button', { name: 'Sign in', exact: true }).click()
  await phonePage.getByLabel('Your name in this course').fill('Bob')
  await phonePage.getByRole('button', { name: 'Join the course' }).click()
  await expect(phonePage.getByText('You are: Student')).toBeVisible()
  // The link leads who is in already to the course.
  await laptop.goto(new URL(link).pathname)
  await expect(laptop.getByText('You are: Student')).toBeVisible()
  await lecturer.goto(`/en/teach/${courseId}/people`)
  await expect(lecturer.getByText('2 people are in this course.')).toBeVisible()

  // Renewed, the old link opens nothing; and who leaves is gone.
  await lecturer.goto(`/en/teach/${courseId}/door`)
  await lecturer.getByRole('button', { name: 'Renew code and link' }).click()
  await expect(lecturer.getByLabel('Link', { exact: true })).not.toHaveValue(link)
  const stranger = await openPage(browser, baseURL)
  await stranger.goto(new URL(link).pathname)
  await expect(stranger.getByText('This link opens no course.')).toBeVisible()
  await expectAccessible(stranger)
  await laptop.getByText('Leave the course').first().click()
  await laptop.getByRole('button', { name: 'Leave the course' }).click()
  await expect(laptop.getByText('You are in no course yet.')).toBeVisible()
  await laptop.goto(`/en/teach/${courseId}`)
  await expect(laptop.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
})

test('somebody who guesses codes is told to wait, and the link works all the while', async ({ browser, baseURL }) => {
  const lecturer = await openAccount(browser, baseURL)
  const { code, link } = await openDoor(lecturer, await makeCourse(lecturer))
  const guesser = await openPage(browser, baseURL)
  await guesser.goto('/en/join')
  await guesser.getByLabel('Code').fill('O0O0')
  await guesser.getByRole('button', { name: 'Go on' }).click()
  await expect(guesser.getByLabel('Code')).toHaveAccessibleDescription(/This can’t be a code/)
  await expectAccessible(guesser)
  for (let times = 0; times < 10; times += 1) {
    await guesser.getByLabel('Code').fill('222222')
    await guesser.getByRole('button', { name: 'Go on' }).click()
    await expect(guesser.getByText('No course has this code.')).toBeVisible()
    await expect(guesser.getByRole('button', { name: 'Go on' })).toBeEnabled()
  }
  await guesser.getByLabel('Code').fill(code)
  await guesser.getByRole('button', { name: 'Go on' }).click()
  await expect(guesser.getByText('Too many wrong codes. Wait a minute')).toBeVisible()
  await guesser.goto(`/en/join/${code.replace(' ', '')}`)
  await expect(guesser.getByText('Too many wrong codes. Wait a minute')).toBeVisible()
  await guesser.goto(new URL(link).pathname)
  await expect(guesser.getByRole('heading', { level: 1 })).toHaveText('Join Networks')
})

test('a lecturer adds people by a list, mends what is wrong in it, and each comes in by their own link', async ({
  browser,
  baseURL,
}) => {
  const lecturer = await openAccount(browser, baseURL)
  const courseId = await makeCourse(lecturer)
  await lecturer.goto(`/en/teach/${courseId}/people/roster`)
  await lecturer.getByLabel('List', { exact: true }).fill('Ada,ada@example.org')
  await lecturer.getByRole('button', { name: 'Check the list' }).click()
  await expect(lecturer.getByText('The first line has to name the columns')).toBeVisible()
  await expect(lecturer.getByLabel('List', { exact: true })).toHaveValue('Ada,ada@example.org')

  // GB18030, as a spreadsheet in Chinese writes it: 姓名,学号 and a line without either number.
  const bytes = [0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xba, 0xc5, 0x0a]
  const lines = Buffer.concat([Buffer.from(bytes), Buffer.from('=Ada,17\nBob,\nAda again,17\n')])
  await lecturer.getByLabel('or a file').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: lines })
  await lecturer.getByRole('button', { name: 'Check the list' }).click()
  await expect(lecturer.getByText('1 line is wrong.')).toBeVisible()
  await expect(lecturer.getByRole('row', { name: '3 Bob there is neither an email nor a number' })).toBeVisible()
  await expect(lecturer.getByRole('row', { name: /^4 .*the same as line 2$/ })).toBeVisible()
  await expect(lecturer.getByRole('button', { name: /^Add/ })).toHaveCount(0)
  await expect(lecturer.getByText('None yet: they appear here')).toBeVisible()
  await expectAccessible(lecturer)
  await lecturer.setViewportSize(phone)
  await expectNoSideways(lecturer)
  await lecturer.getByLabel('List', { exact: true }).fill('姓名,学号\n=Ada,17\nBob,18')
  await lecturer.getByRole('button', { name: 'Check the list' }).click()
  await lecturer.getByRole('button', { name: 'Add these 2' }).click()
  await expect(lecturer.getByText('2 places are kept.')).toBeVisible()
  await expectAccessible(lecturer)
  await expectNoSideways(lecturer)

  const link = await linkOf(lecturer, 'Bob')
  const [download] = await Promise.all([
    lecturer.waitForEvent('download'),
    lecturer.getByRole('link', { name: 'Links as CSV' }).click(),
  ])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toMatch(/^\uFEFFname,email,number,role,link,/)
  expect(csv).toContain("\r\n'=Ada,,17,student,http")
  expect(csv).toContain(link)
  await lecturer.goto(`/en/teach/${courseId}/people/roster/slips`)
  await expect(lecturer.getByText(link)).toBeVisible()
  await expectAccessible(lecturer)

  const bob = await openAccount(browser, baseURL)
  await takePlace(bob, link, /You come in as Bob, Student/)
  const another = await openAccount(browser, baseURL)
  await another.goto(new URL(link).pathname)
  await expect(another.getByText('This link opens no course.')).toBeVisible()

  // The same list once more: nobody is added twice.
  await lecturer.goto(`/en/teach/${courseId}/people/roster`)
  await lecturer.getByLabel('List', { exact: true }).fill('name,number\nAda,17\nBob,18')
  await lecturer.getByRole('button', { name: 'Check the list' }).click()
  await expect(lecturer.getByText('2 are here already.')).toBeVisible()
  await expect(lecturer.getByRole('button', { name: /^Add/ })).toHaveCount(0)
})

test('people have what their roles give them: an observer sees pseudonyms, extra time is granted, a course handed over', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const lecturer = await openAccount(browser, baseURL)
  const courseId = await makeCourse(lecturer)
  await addPeople(
    lecturer,
    courseId,
    'name,email,role\nTara Teacher,tara@example.org,teacher\nOlaf Observer,olaf@example.org,observer',
    2,
  )
  const links = [await linkOf(lecturer, 'Tara'), await linkOf(lecturer, 'Olaf')] as const
  const { link } = await openDoor(lecturer, courseId)
  const [tara, olaf, student] = [
    await openAccount(browser, baseURL),
    await openAccount(browser, baseURL),
    await openAccount(browser, baseURL),
  ]
  await takePlace(tara, links[0], /You come in as Tara Teacher, Teacher/)
  await takePlace(olaf, links[1], /You come in as Olaf Observer, Observer/)
  await joinBy(student, link, 'Sam Student')

  await olaf.goto(`/en/teach/${courseId}/people`)
  await expect(olaf.getByText('Sam Student')).toBeVisible()
  await lecturer.goto(`/en/teach/${courseId}/settings`)
  await lecturer.getByLabel('What observers see of students').selectOption('A number instead of the name')
  await lecturer.getByRole('button', { name: 'Save' }).click()
  await expect(lecturer.getByText('Saved.')).toBeVisible()
  await expectAccessible(lecturer)
  await olaf.reload()
  await expect(olaf.getByText(/^Student \d{3}$/)).toBeVisible()
  expect(await olaf.content()).not.toContain('Sam Student')
  await expectAccessible(olaf)

  // Tara changes what a teacher may, and grants extra time.
  await tara.goto(`/en/teach/${courseId}/people`)
  await tara.getByRole('link', { name: 'Sam Student' }).click()
  await expect(tara.getByRole('option', { name: /^Teacher/ })).toHaveCount(0)
  await tara.getByLabel('Minutes of an assignment, times').selectOption('× 1.5')
  await tara.getByLabel('Minutes more').fill('121')
  await tara.getByRole('button', { name: 'Save: Extra time' }).click()
  await expect(tara.getByLabel('Minutes more')).toHaveAccessibleDescription(/A whole number from 0 to 120/)
  await tara.getByLabel('Minutes more').fill('10')
  await tara.getByRole('button', { name: 'Save: Extra time' }).click()
  await expect(tara.getByText('Saved.')).toBeVisible()
  await expectAccessible(tara)
  await tara.goto(`/en/teach/${courseId}/people`)
  await expect(tara.getByText('Extra time: × 1.5 · + 10 min')).toBeVisible()
  await tara.goto(`/en/teach/${courseId}/settings`)
  await expect(tara.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')

  // Sam is taken out, and the link lets nobody in whom staff has taken out.
  await lecturer.goto(`/en/teach/${courseId}/people`)
  await lecturer.getByRole('link', { name: 'Sam Student' }).click()
  await lecturer.getByRole('button', { name: 'Take out of the course' }).click()
  await expect(lecturer.getByRole('button', { name: 'Let in again' })).toBeVisible()
  await student.goto(new URL(link).pathname)
  await expect(student.getByText('You were taken out of this course.')).toBeVisible()

  // The owner cannot be deleted before the course is somebody else’s.
  await lecturer.goto('/en/settings/data')
  await lecturer.getByLabel('To go on, type delete').fill('delete')
  await lecturer.getByRole('button', { name: 'Delete everything of mine' }).click()
  await expect(lecturer.getByText('You own courses that others are in')).toBeVisible()
  await expectAccessible(lecturer)
  await lecturer.getByRole('link', { name: 'Hand over Networks' }).click()
  await lecturer.getByRole('button', { name: 'Hand the course over' }).click()
  await expect(lecturer.getByText('Choose somebody.')).toBeVisible()
  await lecturer.getByLabel('To whom').selectOption('Tara Teacher · Teacher')
  await lecturer.getByRole('button', { name: 'Hand the course over' }).click()
  await expect(lecturer.getByText('You are: Teacher')).toBeVisible()
  await lecturer.goto('/en/settings/data')
  await lecturer.getByLabel('To go on, type delete').fill('delete')
  await lecturer.getByRole('button', { name: 'Delete everything of mine' }).click()
  await expect(lecturer).toHaveURL(/\/en$/)
  await tara.goto(`/en/teach/${courseId}`)
  await expect(tara.getByText('You are: Owner')).toBeVisible()
})

test('a course goes into the archive, is read there, and is copied to the next term', async ({ browser, baseURL }) => {
  const lecturer = await openAccount(browser, baseURL)
  const courseId = await makeCourse(lecturer)
  const { link } = await openDoor(lecturer, courseId)
  const student = await openAccount(browser, baseURL)
  await joinBy(student, link, 'Sam Student')
  await lecturer.goto(`/en/teach/${courseId}/settings`)
  await lecturer.getByRole('button', { name: 'Put into the archive' }).click()
  await expect(lecturer.getByText('This course is in the archive.')).toBeVisible()
  await expectAccessible(lecturer)
  await lecturer.goto(`/en/teach/${courseId}/door`)
  await expect(lecturer.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
  await student.goto('/en/teach')
  await expect(student.getByRole('heading', { name: 'Archive' })).toBeVisible()
  await student.getByRole('link', { name: 'Networks' }).click()
  await expect(student.getByText('This course is in the archive.')).toBeVisible()

  await lecturer.goto(`/en/teach/${courseId}/settings`)
  await lecturer.getByLabel('Term').fill('Spring 2027')
  await lecturer.getByRole('button', { name: 'Make the copy' }).click()
  await expect(lecturer.getByText('No students yet')).toBeVisible()
  await expect(lecturer.getByText('Spring 2027')).toBeVisible()
  await lecturer.goto(`/en/teach/${courseId}/settings`)
  await lecturer.getByRole('button', { name: 'Take out of the archive' }).click()
  await expect(lecturer.getByRole('heading', { name: 'Settings of the course' })).toBeVisible()
})

test('people on a list are invited by mail, each with their own link, and who could not be is told', async ({
  browser,
  baseURL,
}) => {
  const mails = await openMailServer('gone@example.org', mailPort(new URL(baseURL ?? '').port))
  const lecturer = await openAccount(browser, baseURL)
  const courseId = await makeCourse(lecturer)
  await addPeople(lecturer, courseId, 'name,email\nAda,ada@example.org\nGus,gone@example.org', 2)
  await lecturer.getByRole('button', { name: 'Send 2 invitations' }).click()
  await expect(lecturer.getByText('1 was sent, 1 failed: gone@example.org')).toBeVisible()
  await expect(lecturer.getByText(/^ada@example.org · Student · invited /)).toBeVisible()
  await expect(lecturer.getByRole('button', { name: 'Send the invitation' })).toBeVisible()
  await expectAccessible(lecturer)
  const link = await linkOf(lecturer, 'Ada')
  await mails.close()
  expect(mails.got.map(({ to }) => to)).toEqual([['ada@example.org']])
  // Long lines are broken in a mail, with = at their ends.
  expect(mails.got[0]?.text.replaceAll('=\r\n', '')).toContain(link.replace('/join/', '/en/join/'))
})
