import { type Browser, expect } from '@playwright/test'
import { z } from 'zod'
import { test } from './journey'
import { expectGood, fillRoom, openRoom, said, marksWords as words } from './marking'

const { en } = words
const filled = z.object({ assignmentId: z.string(), attemptId: z.string() })

/** A lecturer with a course, and a student in it who has got one of two questions wrong. */
async function openMarkedRoom(browser: Browser, baseURL: string | undefined) {
  const room = await openRoom(browser, baseURL, ['=Ada Lovelace'])
  const [student = room.teacher] = room.students
  return { ...room, student, ...filled.parse(await fillRoom('fill-marks', room, [student])) }
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`a student reports a question, the lecturer withdraws it by a regrade, and the student is told: ${language}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000)
    const t = words[language]
    const { teacher, student, courseId, assignmentId, attemptId } = await openMarkedRoom(browser, baseURL)

    await student.goto(`/${language}/exam/${attemptId}/result`)
    const question = student.locator('#question-1')
    await question.getByText(t.report.open).click()
    await question.getByRole('button', { name: said(t.report.send, '1') }).click()
    await expect(question.getByRole('alert')).toHaveText(t.report.problems.text)
    await question.getByLabel(t.report.text).fill('Both of these are right.')
    await question.getByRole('button', { name: said(t.report.send, '1') }).click()
    await expect(question.getByText(t.report.sent)).toBeVisible()
    await expectGood(student)

    await teacher.goto(`/${language}/teach/${courseId}`)
    await teacher.getByRole('link', { name: t.nav.reports, exact: true }).click()
    await expect(teacher.getByText('Both of these are right.')).toBeVisible()
    await teacher.getByText(t.reports.question).click()
    await expectGood(teacher)
    await teacher.getByLabel(t.reports.answer).fill('So they are.')
    await teacher.getByLabel(t.reports.outcome).selectOption('withdrawn')
    await teacher.getByRole('button', { name: said(t.reports.sendTo, '=Ada Lovelace', '1') }).click()

    // The preview of the regrade, student by student.
    await expect(teacher).toHaveURL(/\/regrade\?rule=everybody/)
    const row = teacher.getByRole('row', { name: /=Ada Lovelace/ })
    await expect(row).toContainText(said(t.points, '2', '4'))
    await expect(row).toContainText(said(t.points, '4', '4'))
    await expect(row).toContainText('+2')
    await expectGood(teacher)
    await teacher.getByRole('button', { name: t.regrade.drop }).click()
    await expect(teacher.getByText(t.regrade.isDropped, { exact: true })).toBeVisible()
    await student.goto(`/${language}/teach/${courseId}/marks`)
    await expect(student.getByText(said(t.points, '2', '4'))).toBeVisible()

    await teacher.goBack()
    await teacher.getByLabel(t.regrade.reason).fill('Two answers are right')
    await teacher.getByRole('button', { name: t.regrade.keep }).click()
    await expect(teacher.getByText(t.regrade.isKept, { exact: true })).toBeVisible()
    await expectGood(teacher)

    await student.goto(`/${language}`)
    const news = student.getByRole('region', { name: t.notices.title })
    await expect(news.getByText('So they are.')).toBeVisible()
    await expect(news.getByText(said(t.notices.regraded, 'Closing'))).toBeVisible()
    await expectGood(student)
    await news.getByRole('link', { name: t.notices.toMarks }).first().click()
    await expect(student.getByText(said(t.points, '4', '4'))).toBeVisible()
    await expectGood(student)
    await student.goto(`/${language}`)
    await student.getByRole('button', { name: t.notices.seen }).click()
    await expect(news).toHaveCount(0)

    // Taken back: by another one, and both stay in the record.
    await teacher.goto(`/${language}/teach/${courseId}/assignments/${assignmentId}/regrade`)
    await teacher.getByRole('link', { name: /^(Take back|撤回)/ }).click()
    await teacher.getByLabel(t.regrade.reason).fill('A second look')
    await teacher.getByRole('button', { name: t.regrade.keep }).click()
    await expect(teacher.getByText(t.regrade.isKept, { exact: true })).toHaveCount(2)
    await student.goto(`/${language}/teach/${courseId}/marks`)
    await expect(student.getByText(said(t.points, '2', '4'))).toBeVisible()
  })

  test(`a lecturer gives a mark by hand with a reason, weighs it, and takes the gradebook away: ${language}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(180_000)
    const t = words[language]
    const { teacher, student, courseId } = await openMarkedRoom(browser, baseURL)
    await teacher.goto(`/${language}/teach/${courseId}/gradebook`)
    await expect(teacher.getByRole('row', { name: /=Ada Lovelace/ })).toContainText('50%')
    await expectGood(teacher)
    await teacher.getByRole('link', { name: '=Ada Lovelace' }).click()
    await teacher.getByText(t.student.give, { exact: true }).click()
    const points = teacher.getByLabel(said(t.student.points, '4'))
    await points.fill('3,5')
    await teacher.getByRole('button', { name: t.student.save }).click()
    await expect(teacher.getByText(t.student.problems.reason)).toBeVisible()
    await expect(points).toHaveValue('3,5')
    await teacher.getByLabel(t.student.reason).fill('Argued it well')
    await teacher.getByLabel(t.student.comment).fill('Good work')
    await teacher.getByRole('button', { name: t.student.save }).click()
    await expect(teacher.getByText(t.student.saved)).toBeVisible()
    await teacher.getByText(new RegExp(`^${t.student.history}`)).click()
    await expect(teacher.getByText(/Argued it well/)).toBeVisible()
    await expectGood(teacher)

    await student.goto(`/${language}`)
    await expect(student.getByText(said(t.notices.marked, 'Closing'))).toBeVisible()
    await student.goto(`/${language}/teach/${courseId}/marks`)
    await expect(student.getByText(said(t.points, '3.5', '4'))).toBeVisible()
    await expect(student.getByText('Good work')).toBeVisible()
    await expect(student.getByText(/Argued it well/)).toHaveCount(0)

    await teacher.goto(`/${language}/teach/${courseId}/gradebook`)
    await teacher.getByText(t.marking.title).click()
    await teacher.getByLabel(said(t.marking.weight, 'Closing')).fill('1.5')
    await teacher.getByRole('button', { name: t.marking.save }).click()
    await expect(teacher.getByText(t.marking.wrong)).toBeVisible()
    await teacher.getByLabel(said(t.marking.weight, 'Closing')).fill('2')
    await teacher.getByRole('button', { name: t.marking.save }).click()
    await expect(teacher.getByText(t.marking.saved)).toBeVisible()
    await expect(teacher.getByRole('row', { name: /=Ada Lovelace/ })).toContainText('3.5*')

    const href = await teacher.getByRole('link', { name: t.gradebook.csv }).getAttribute('href')
    const csv = await (await teacher.request.get(href ?? '')).body()
    // A mark for spreadsheets that it is UTF-8; what looks like a formula is none; numbers are numbers.
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(csv.toString('utf8').split('\r\n').slice(1)).toEqual(["'=Ada Lovelace,,87.5,3.5", ''])
    const denied = await student.request.get(href ?? '')
    expect(denied.status()).toBe(404)
  })
}

test('a lecturer reads what the papers say, and makes cards of what the class believes', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const { teacher, student, courseId, assignmentId } = await openMarkedRoom(browser, baseURL)
  await teacher.goto(`/en/teach/${courseId}/assignments/${assignmentId}/analysis`)
  await expect(teacher.getByText(/^1 paper\. Mean 50%/)).toBeVisible()
  await expect(teacher.getByText(en.analysis.flags['too few']).first()).toBeVisible()
  const item = teacher.getByRole('listitem').filter({ hasText: 'Facility0%' }).first()
  await item.getByText(en.analysis.choices).first().click()
  await expect(item.getByRole('heading', { name: en.analysis.proof })).toBeVisible()
  await expect(item.getByRole('row').filter({ hasText: '✓' })).toHaveCount(1)
  await expectGood(teacher)
  await item.getByRole('link', { name: en.analysis.regrade }).click()
  await expect(teacher).toHaveURL(/\/regrade\?rule=nobody/)
  await expect(teacher.getByRole('row', { name: /=Ada Lovelace/ })).toContainText('2 of 2')
  await student.goto(`/en/teach/${courseId}/assignments/${assignmentId}/analysis`)
  await expect(student.getByRole('heading', { level: 1 })).not.toContainText('Analysis')
  await teacher.goto(`/en/teach/${courseId}/analysis`)
  await expectGood(teacher)
})
