import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
import { test } from './journey'
import { openTeacher } from './own-course'

const words = {
  en: {
    ask: 'Ask this in a course',
    title: 'Ask about this moment',
    needAccount: /a course needs an account/,
    makeAccount: 'Make an account',
    email: 'Email',
    password: 'Password',
    needCourse: /you may write them in none yet/,
    happened: 'B: In LISTEN, a SYN without ACK arrives',
    fromMoment: 'From the simulator: B: In LISTEN',
    proved: 'The machine gives the key, and its proof replays.',
    key: 'SYN-RECEIVED',
    keep: 'Keep the question',
    listProved: 'Proved by the machine',
    crash: /A crash is no event of the RFC/,
    broken: 'This link holds no moment of the simulator.',
    card: 'Make a card of this',
    writeTitle: 'Write a card',
    front: 'Front',
    back: 'Back',
    claim: '`LISTEN` + rcv SYN → `SYN-RECEIVED`, sends `SYN,ACK`',
    preview: 'Preview',
    verdicts: 'What the machine says to your claims',
    save: 'Save the card',
    mine: 'Own cards in no deck',
    none: /No card and no question comes of this/,
    remember: 'Remember this',
    open: /the RFC leaves a choice here\.$/,
  },
  'zh-CN': {
    ask: '在课程中出成题目',
    title: '就这一刻出题',
    needAccount: /课程需要账号/,
    makeAccount: '建立账号',
    email: '邮箱',
    password: '密码',
    needCourse: /你还没有可以出题的课程/,
    happened: 'B: 处于 LISTEN，收到不带 ACK 的 SYN',
    fromMoment: '来自模拟器：B: 处于 LISTEN',
    proved: '答案由状态机给出，证明可以重放。',
    key: 'SYN-RECEIVED',
    keep: '保存题目',
    listProved: '状态机已证明',
    crash: /崩溃不是 RFC 里的事件/,
    broken: '这个链接里没有模拟器的任何一刻。',
    card: '做成卡片',
    writeTitle: '写一张卡片',
    front: '正面',
    back: '背面',
    claim: '`LISTEN` + 收到 SYN → `SYN-RECEIVED`，发送 `SYN,ACK`',
    preview: '预览',
    verdicts: '状态机对你的说法怎么看',
    save: '保存卡片',
    mine: '未归组的自写卡片',
    none: /这一步做不成卡片，也出不成题/,
    remember: '记住它',
    open: /RFC 在这里留有选择。$/,
  },
} as const

/** B listens, A calls, and A's SYN has arrived at B. */
const synArrived = '1cr.Bp.Aa.d1'

async function openMoment(page: Page, language: keyof typeof words, link: string) {
  await page.goto(`/${language}/learn/simulator?s=${link}`)
  await hydrated(page)
}

for (const language of ['en', 'zh-CN'] as const) {
  const say = words[language]

  test(`a teacher makes a question of a moment of the simulator: ${language}`, async ({ browser, baseURL }) => {
    const { page, courseId } = await openTeacher(browser, baseURL, language)
    await page.setViewportSize({ width: 360, height: 740 })
    await openMoment(page, language, synArrived)
    await page.getByRole('link', { name: say.ask }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.title)
    await expect(page.getByText(say.happened)).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    await page.getByRole('link', { name: 'Networks' }).click()
    await expect(page).toHaveURL(`/${language}/teach/${courseId}/questions/new?s=${synArrived}`)
    await hydrated(page)
    await expect(page.getByText(say.fromMoment)).toBeVisible()
    await expect(page.getByText(say.proved)).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^${say.key}$`) })).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    await page.getByRole('button', { name: say.keep }).click()
    await expect(page.getByText(say.listProved)).toBeVisible()

    // What the editor can't say is refused with a reason.
    await page.goto(`/${language}/teach/ask?s=1er.Az`)
    await expect(page.getByText(say.crash)).toBeVisible()
    await page.goto(`/${language}/teach/ask?s=nonsense`)
    await expect(page.getByText(say.broken)).toBeVisible()
    await expectAccessible(page)
    await page.context().close()
  })

  test(`somebody without an account is told what a question needs, and comes back to the moment: ${language}`, async ({
    page,
  }) => {
    await openMoment(page, language, synArrived)
    await page.getByRole('link', { name: say.ask }).click()
    await expect(page.getByText(say.needAccount)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: say.makeAccount }).click()
    await page.getByLabel(say.email).fill(`${crypto.randomUUID()}@example.org`)
    await page.getByLabel(say.password).fill('correct horse battery')
    await page.getByRole('button', { name: say.makeAccount, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.title)
    await expect(page.getByText(say.needCourse)).toBeVisible()
  })

  test(`a learner makes a card of a moment, which the machine has checked: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await openMoment(page, language, synArrived)
    await page.getByRole('link', { name: say.card }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.writeTitle)
    await expect(page.getByLabel(say.front, { exact: true })).toHaveValue(/LISTEN/)
    expect((await page.getByLabel(say.back, { exact: true }).inputValue()).split('\n')[0]).toBe(say.claim)
    await hydrated(page)
    await page.getByRole('button', { name: say.preview }).click()
    await expect(page.getByRole('heading', { name: say.verdicts })).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    await page.getByRole('button', { name: say.save }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.mine)
  })

  test(`of what no endpoint notices nothing is made, and a rule without a card says why: ${language}`, async ({
    page,
  }) => {
    await openMoment(page, language, '1cr.Bp.Aa.l1')
    await expect(page.getByText(say.none)).toBeVisible()
    await expect(page.getByRole('link', { name: say.card })).toHaveCount(0)
    // Who aborts: where it leads to, the RFC leaves open.
    await openMoment(page, language, '1er.Ax')
    await expect(page.getByText(say.open)).toBeVisible()
    await expect(page.getByRole('button', { name: say.remember })).toHaveCount(0)
    await openMoment(page, language, '1er.Ac')
    await expect(page.getByRole('button', { name: say.remember })).toBeVisible()
  })
}
