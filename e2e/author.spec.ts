import { expect } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
import { test } from './journey'
import { openTeacher } from './own-course'
import { tabTo } from './practising'

const words = {
  en: {
    write: 'Write a question',
    query: 'What is asked?',
    more: 'Then something else',
    second: 'Event 2',
    proved: 'The machine gives the key, and its proof replays.',
    ambiguous: /The RFC leaves a choice here/,
    key: 'Key',
    stem: 'All of this happens to an endpoint, one after the other. Which state is it in then?',
    check: 'Check',
    right: '✓ Right.',
    prove: 'Prove it',
    keep: 'Keep the question',
    keepDraft: 'Keep as a draft',
    keepVersion: 'Keep as a new version',
    byMe: 'In your own words',
    restored: 'What you had not kept yet stands here again.',
    discard: 'Discard it',
    how: 'How do you write it?',
    question: 'The question',
    option: (number: number) => `Option ${number}`,
    claim: /^Claim to check/,
    preview: 'Check and preview',
    refuted: /The machine refutes the claim\. You can keep/,
    instead: 'What is so instead',
    unchecked: 'Your key, not checked. Students are told so, too.',
    told: 'The key is the teacher’s own; the machine has not checked it.',
    listRefuted: 'Refuted: a draft',
    listUnchecked: 'Your key, not checked',
    listProved: 'Proved by the machine',
    version: /^Version 2/,
    remove: 'Delete the question',
    none: 'There is no question yet.',
    empty: 'Write the question.',
    wrongClaim: 'In ESTABLISHED, CLOSE leads to CLOSE-WAIT',
  },
  'zh-CN': {
    write: '编写题目',
    query: '问什么？',
    more: '然后还发生',
    second: '事件 2',
    proved: '答案由状态机给出，证明可以重放。',
    ambiguous: /RFC 在这里留有选择/,
    key: '答案',
    stem: '一个端点先后遇到这些事件。最后处于哪个状态？',
    check: '提交',
    right: '✓ 正确。',
    prove: '给出证明',
    keep: '保存题目',
    keepDraft: '存为草稿',
    keepVersion: '存为新版本',
    byMe: '自己写',
    restored: '还没保存的内容已恢复。',
    discard: '丢弃',
    how: '怎样出题？',
    question: '题目',
    option: (number: number) => `选项 ${number}`,
    claim: /^要核对的说法/,
    preview: '核对并预览',
    refuted: /状态机驳斥了这个说法。题目可以/,
    instead: '实际情况是这样',
    unchecked: '你的答案，未经核对。学生也会看到这一点。',
    told: '答案由教师给出，状态机没有核对过。',
    listRefuted: '被驳斥：仅为草稿',
    listUnchecked: '你的答案，未经核对',
    listProved: '状态机已证明',
    version: /^第 2 版/,
    remove: '删除题目',
    none: '还没有题目。',
    empty: '请写出题目。',
    wrongClaim: '在 ESTABLISHED 调用 CLOSE，进入 CLOSE-WAIT',
  },
} as const

for (const language of ['en', 'zh-CN'] as const) {
  const say = words[language]

  test(`a teacher has the machine ask about several events, and sees what a student sees: ${language}`, async ({
    browser,
    baseURL,
  }) => {
    const { page, courseId } = await openTeacher(browser, baseURL, language)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/${language}/teach/${courseId}/questions`)
    await expect(page.getByText(say.none)).toBeVisible()
    await page.getByRole('link', { name: say.write }).click()
    await hydrated(page)
    await expect(page.getByText(say.proved)).toBeVisible()
    await page.getByLabel(say.query).selectOption('after-events')
    await page.getByRole('button', { name: say.more }).click()
    await page.getByLabel(say.second).selectOption('segment')
    await expect(page.getByRole('definition').filter({ hasText: /^FIN-WAIT-2$/ })).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    const asked = page.getByRole('main').locator('form').filter({ hasText: say.stem })
    await asked.getByRole('radio', { name: /FIN-WAIT-2/ }).check()
    await asked.getByRole('button', { name: say.check, exact: true }).click()
    await expect(page.getByRole('heading', { name: say.right })).toBeVisible()
    await asked.getByText(say.prove).click()
    await expectNoSideways(page)

    // Another state on the diagram, where the RFC leaves a choice: nothing to keep.
    await page.getByLabel(say.query).selectOption('next-state')
    await page.getByLabel(say.second).selectOption('call ABORT')
    await expect(page.getByRole('alert').filter({ hasText: say.ambiguous })).toBeVisible()
    await page.getByLabel(say.query).selectOption('after-events')
    await page.getByLabel(say.second).selectOption('segment')
    await expect(page.getByText(say.proved)).toBeVisible()
    await page.getByRole('button', { name: say.keep }).click()
    await expect(page.getByText(say.listProved)).toBeVisible()
    await expectAccessible(page)
    await expectNoSideways(page)
    await page.context().close()
  })

  test(`a teacher writes a question, is contradicted, mends it, and finds its versions: ${language}`, async ({
    browser,
    baseURL,
  }) => {
    const { page, courseId } = await openTeacher(browser, baseURL, language)
    await page.goto(`/${language}/teach/${courseId}/questions/new`)
    await hydrated(page)
    await page.getByLabel(say.byMe).check()
    await page.getByRole('button', { name: say.preview }).click()
    await expect(page.getByRole('alert').filter({ hasText: say.empty })).toBeVisible()
    await page.getByLabel(say.question, { exact: true }).fill('Where does `CLOSE` lead?')
    for (const [index, option] of ['`CLOSE-WAIT`', '`FIN-WAIT-1`', '`CLOSED`', '`LISTEN`'].entries())
      await page.getByLabel(say.option(index + 1), { exact: true }).fill(option)
    await page.getByLabel(say.claim).fill(say.wrongClaim)
    // What is not kept yet outlives a reload, until it is kept.
    await page.reload()
    await expect(page.getByText(say.restored)).toBeVisible()
    await expect(page.getByLabel(say.option(2), { exact: true })).toHaveValue('`FIN-WAIT-1`')
    await expect(page.getByLabel(say.claim)).toHaveValue(say.wrongClaim)
    await page.getByRole('button', { name: say.preview }).click()
    await expect(page.getByText(say.refuted)).toBeVisible()
    await expect(page.getByRole('heading', { name: say.instead })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: say.keepDraft }).click()
    await expect(page.getByText(say.listRefuted)).toBeVisible()

    await page.getByRole('link', { name: 'Where does CLOSE lead?' }).click()
    await hydrated(page)
    await expect(page.getByText(say.restored)).toHaveCount(0)
    await page.getByLabel(say.claim).fill('1')
    await page.reload()
    await page.getByRole('button', { name: say.discard }).click()
    await expect(page.getByRole('group', { name: say.how })).toBeFocused()
    await expect(page.getByLabel(say.claim)).toHaveValue(say.wrongClaim)
    await page.getByLabel(say.claim).fill('')
    await page.getByRole('button', { name: say.preview }).click()
    await expect(page.getByText(say.unchecked)).toBeVisible()
    await expect(page.getByText(say.told.replace('’', "'"))).toBeVisible()
    await page.getByRole('button', { name: say.keepVersion }).click()
    await expect(page.getByText(say.listUnchecked)).toBeVisible()
    await page.getByRole('link', { name: 'Where does CLOSE lead?' }).click()
    await expect(page.getByText(say.version)).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await expectNoSideways(page)
    await page.getByRole('button', { name: say.remove }).click()
    await expect(page.getByText(say.none)).toBeVisible()
    await page.context().close()
  })
}

test('a teacher makes a question by keys alone', async ({ browser, baseURL }) => {
  const { page, courseId } = await openTeacher(browser, baseURL, 'en')
  await page.goto(`/en/teach/${courseId}/questions/new`)
  await hydrated(page)
  await tabTo(page, 'The state')
  await page.keyboard.type('LISTEN')
  await tabTo(page, 'Event 1')
  await page.keyboard.type('SEND')
  await tabTo(page, 'Keep the question')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('link', { name: 'LISTEN: the user calls SEND · Which state is this endpoint in next?' }),
  ).toBeVisible()
  await page.context().close()
})
