import { expect } from '@playwright/test'
import { z } from 'zod'
import enAssign from '../messages/en/assign.json' with { type: 'json' }
import enExam from '../messages/en/exam.json' with { type: 'json' }
import zhAssign from '../messages/zh-CN/assign.json' with { type: 'json' }
import zhExam from '../messages/zh-CN/exam.json' with { type: 'json' }
import { examWords } from './examining'
import { hear } from './hear'
import { hydrated } from './hydrated'
import { test } from './journey'
import { expectGood, fillRoom, marksWords, openRoom, said } from './marking'

const filled = z.object({ assignmentId: z.string(), attemptIds: z.array(z.string()) })
const assign = { en: enAssign, 'zh-CN': zhAssign } as const
const exam = { en: enExam, 'zh-CN': zhExam } as const

for (const language of ['en', 'zh-CN'] as const) {
  const t = marksWords[language]

  test(`a lecturer corrects the key of a question of their own, and each student has the other mark: ${language}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000)
    const room = await openRoom(browser, baseURL, ['Ada Lovelace', 'Bob Metcalfe'])
    const { teacher, courseId } = room
    const [ada = teacher, bob = teacher] = room.students
    const { assignmentId, attemptIds } = filled.parse(await fillRoom('fill-own-key', room, [ada, bob]))
    const marks = `/${language}/teach/${courseId}/marks`
    for (const [student, points] of [
      [ada, '2'],
      [bob, '0'],
    ] as const) {
      await student.goto(marks)
      await expect(student.getByText(said(t.points, points, '2'))).toBeVisible()
    }

    await teacher.goto(`/${language}/teach/${courseId}/assignments/${assignmentId}/regrade`)
    await teacher.locator('select[name=key]').selectOption({ label: 'Speed' })
    await teacher.getByRole('button', { name: `${t.regrade.preview}: ${t.regrade.key}` }).click()
    // What it does to each of them, and nothing has happened yet.
    const rowOf = (name: string) => teacher.getByRole('row', { name: new RegExp(name) }).first()
    await expect(rowOf('Ada Lovelace')).toContainText(said(t.points, '2', '2'))
    await expect(rowOf('Ada Lovelace')).toContainText(said(t.points, '0', '2'))
    await expect(rowOf('Bob Metcalfe')).toContainText('+2')
    await expectGood(teacher)
    await bob.reload()
    await expect(bob.getByText(said(t.points, '0', '2'))).toBeVisible()

    await teacher.getByLabel(t.regrade.reason).fill('Speed was meant')
    await teacher.getByRole('button', { name: t.regrade.keep }).click()
    await expect(teacher.getByText(t.regrade.isKept, { exact: true })).toBeVisible()
    await expect(teacher.getByText('Speed was meant')).toBeVisible()
    await expectGood(teacher)

    for (const [student, points] of [
      [ada, '0'],
      [bob, '2'],
    ] as const) {
      await student.goto(`/${language}`)
      const news = student.getByRole('region', { name: t.notices.title })
      await expect(news.getByText(said(t.notices.regraded, 'Waiting'))).toBeVisible()
      await news.getByRole('link', { name: t.notices.toMarks }).click()
      await expect(student.getByText(said(t.points, points, '2'))).toBeVisible()
    }
    await expectGood(bob)
    await bob.goto(`/${language}/exam/${attemptIds[1]}/result`)
    // By the key that holds now, not by the one that was asked with.
    await expect(bob.locator('#question-1')).toContainText(exam[language].result.right)
    await expect(bob.locator('#question-1').locator('li').filter({ hasText: 'Speed' })).toContainText('✓')
    await expect(bob.locator('#question-1').locator('li').filter({ hasText: 'Old segments' })).not.toContainText('✓')
    await expectGood(bob)

    // Withdrawn for nobody's points it stays in the paper, struck through, with the reason.
    await teacher.locator('select[name=rule]').first().selectOption('nobody')
    await teacher.getByRole('button', { name: `${t.regrade.preview}: ${t.regrade.withdraw}` }).click()
    await teacher.getByLabel(t.regrade.reason).fill('Nobody agrees on it')
    await teacher.getByRole('button', { name: t.regrade.keep }).click()
    await expect(teacher.getByText(t.regrade.isKept, { exact: true })).toHaveCount(2)
    await bob.reload()
    const struck = bob.locator('#question-1')
    await expect(struck).toContainText(exam[language].result.withdrawnNobody)
    await expect(struck).toContainText('Nobody agrees on it')
    await expect(struck.locator('s')).toHaveText('Why 2 MSL')
    await expectGood(bob)
  })

  test(`a student reports a question in the middle of a try, and is told what becomes of it: ${language}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000)
    const room = await openRoom(browser, baseURL, ['Ada Lovelace'])
    const { teacher, courseId } = room
    const [student = teacher] = room.students
    const { assignmentId } = filled.parse(await fillRoom('fill-own-key', room, []))
    const heard = await hear(student)
    await student.goto(`/${language}/teach/${courseId}/assignments/${assignmentId}`)
    await hydrated(student)
    await student.getByRole('button', { name: assign[language].take.start }).click()
    await expect(student).toHaveURL(/\/exam\/[0-9a-f-]{36}$/)
    await hydrated(student)
    await student.getByRole('radio', { name: /Speed/ }).check()
    await expect(student.getByText(examWords[language].saved)).toBeVisible()

    await student.getByText(t.report.open).click()
    const send = student.getByRole('button', { name: said(t.report.send, '1') })
    await send.click()
    await expect(student.getByRole('alert').filter({ hasText: t.report.problems.text })).toBeVisible()
    await student.getByLabel(t.report.text).fill('Two of these are right.')
    await send.click()
    await expect(student.getByText(t.report.sent)).toBeVisible()
    // The try goes on, with what was answered.
    await expect(student.getByRole('radio', { name: /Speed/ })).toBeChecked()
    await expectGood(student)

    await teacher.goto(`/${language}/teach/${courseId}/reports`)
    await expect(teacher.getByText('Two of these are right.')).toBeVisible()
    await teacher.getByText(t.reports.question).click()
    // The question, what they have answered so far, and the proof.
    await expect(teacher.getByText('What is 2 MSL for?')).toBeVisible()
    await expect(
      teacher
        .getByRole('listitem')
        .filter({ hasText: /Speed.*●/ })
        .last(),
    ).toBeVisible()
    await expect(teacher.getByText('the-reason-that-only-who-marks-reads')).toBeVisible()
    await expectGood(teacher)
    await teacher.getByLabel(t.reports.answer).fill('Only one is.')
    await teacher.getByRole('button', { name: said(t.reports.sendTo, 'Ada Lovelace', '1') }).click()
    await expect(teacher.getByText(said(t.reports.answered, 'Only one is.'))).toBeVisible()

    await student.reload()
    await expect(student.getByRole('radio', { name: /Speed/ })).toBeChecked()
    await student.goto(`/${language}`)
    const news = student.getByRole('region', { name: t.notices.title })
    await expect(news.getByText(/Only one is\./)).toBeVisible()
    await expectGood(student)

    // Nothing that was sent to them meanwhile says what is right, or why.
    const sent = await heard()
    expect(sent).toContain('What is 2 MSL for?')
    expect(sent).toContain('Only one is.')
    for (const secret of ['the-reason-that-only-who-marks-reads', 'text:Old segments', 'rightOptions'])
      expect(sent).not.toContain(secret)
  })
}
