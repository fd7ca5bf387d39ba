import { expect } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'
import { answerByKeyboard, type Language, startPractice, words } from './practising'

for (const language of ['en', 'zh-CN'] as const) {
  test(`somebody practises by keyboard alone, from the first question to the summary: ${language}`, async ({
    page,
  }) => {
    await startPractice(page, language, { length: 10 })
    for (let question = 0; question < 10; question++) {
      await answerByKeyboard(page, language)
      if (question === 0) await expectAccessible(page)
      // The focus is on the verdict; Enter goes on.
      await page.keyboard.press('Enter')
    }
    await expect(page).toHaveURL(/\/summary$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[language].summary)
    await expectAccessible(page)
  })
}

const kinds = [
  'next-state',
  'which-event',
  'what-is-sent',
  'user-told',
  'possible',
  'state-from-meaning',
  'meaning-from-state',
  'type-state',
  'order',
  'numbers',
  'click-state',
  'click-arrow',
  'statements',
  'complete-diagram',
  'impossible-segment',
  'states-of-trace',
  'socket-pile',
  'together',
  'capture',
  'shortest-way',
  'fill-diagram',
]

for (const kind of kinds) {
  test(`somebody on a phone of 320 px answers a question of the kind ${kind}`, async ({ page }) => {
    const language: Language = kinds.indexOf(kind) % 2 === 0 ? 'en' : 'zh-CN'
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ colorScheme: kinds.indexOf(kind) % 3 === 0 ? 'dark' : 'light' })
    await startPractice(page, language, { kinds: [kind] })
    await expectAccessible(page)
    await expectNoSideways(page)
    await answerByKeyboard(page, language)
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '')
    })
    await expectAccessible(page)
    await expectNoSideways(page)
  })
}

/** The page itself must not scroll sideways (WCAG 1.4.10). */
test('somebody answers with the mouse, and opens the proof', async ({ page }) => {
  await startPractice(page, 'en', { kinds: ['next-state'] })
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('heading', { level: 2, name: words.en.verdict })).toBeFocused()
  await page.getByText('Prove it').click()
  await expect(page.getByRole('heading', { name: 'The run, step by step' })).toBeVisible()
  await page.getByRole('link', { name: 'Read the rule' }).first().isVisible()
})

test('somebody orders a path by dragging', async ({ page }) => {
  await startPractice(page, 'en', { kinds: ['order'], topics: ['active close'] })
  const rows = page.getByRole('main').locator('ol > li')
  const first = (await rows.first().textContent()) ?? ''
  const handle = await rows.first().getByRole('button', { name: /^Drag/ }).boundingBox()
  const target = await rows.last().boundingBox()
  if (handle === null || target === null) throw new Error('Nothing to drag')
  await page.mouse.move(handle.x + 10, handle.y + 10)
  await page.mouse.down()
  await page.mouse.move(handle.x + 12, handle.y + 40, { steps: 5 })
  await page.mouse.move(target.x + 20, target.y + target.height - 4, { steps: 15 })
  await page.mouse.up()
  await expect(rows.first()).not.toHaveText(first)
})

test('somebody points to a state on the diagram', async ({ page }) => {
  await startPractice(page, 'en', { kinds: ['click-state'] })
  await page.getByRole('main').getByRole('button', { name: 'FIN-WAIT-2', exact: true }).click()
  await expect(page.getByLabel('Chosen:')).toHaveValue('state:FIN-WAIT-2')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('heading', { level: 2, name: words.en.verdict })).toBeVisible()
  // The picture keeps what was chosen, and tells it from what is right by a sign and in words.
  const picture = page.getByRole('group', { name: /^The state diagram · .*(your answer|right): FIN-WAIT-2/ })
  await expect(picture.getByText('✓')).toBeVisible()
})

test('somebody reloads in the middle and goes on where they were, in the other language too', async ({ page }) => {
  await startPractice(page, 'en')
  await answerByKeyboard(page, 'en')
  await page.keyboard.press('Enter')
  const stem = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.reload()
  await expect(page.getByText('Question 2 of 5')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(stem)
  await page.goto(page.url().replace('/en/', '/zh-CN/'))
  await expect(page.getByText('第 2 题，共 5 题')).toBeVisible()
})

test('somebody reloads and finds the explanation again, and what they had chosen', async ({ page }) => {
  await startPractice(page, 'en', { kinds: ['next-state'] })
  await page.getByRole('radio').nth(2).check()
  await page.reload()
  await expect(page.getByRole('radio').nth(2)).toBeChecked()
  await page.getByRole('link', { name: '中文' }).click()
  await expect(page.getByRole('radio').nth(2)).toBeChecked()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 2, name: words['zh-CN'].verdict })).toBeVisible()

  await page.reload()
  await expect(page.getByText('第 2 题，共 5 题')).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await page.getByRole('link', { name: '第 1 题的解析' }).click()
  await expect(page.getByRole('heading', { level: 2, name: words['zh-CN'].verdict })).toBeVisible()
  await page.getByRole('link', { name: '继续练习' }).click()
  await expect(page.getByText('第 2 题，共 5 题')).toBeVisible()
})

test('somebody whose browser runs no scripts is told why they cannot answer', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await startPractice(page, 'en')
  await expect(page.locator('noscript p')).toBeVisible()
  await expect(page.locator('noscript p')).toContainText('This page marks answers with JavaScript')
  await context.close()
})

test('somebody chooses one kind of question by unticking all', async ({ page }) => {
  await page.goto('/en/practice')
  await page.getByText('Kinds of question', { exact: true }).first().click()
  const kindsOfQuestion = page.getByRole('group', { name: 'Kinds of question' }).last()
  await kindsOfQuestion.getByRole('button', { name: 'None' }).click()
  await expect(kindsOfQuestion.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await kindsOfQuestion.getByLabel('Compute SEQ and ACK').check()
  await page.getByRole('button', { name: 'Start practice' }).click()
  await expect(page.getByRole('textbox', { name: 'SEQ' })).toBeVisible()
})

for (const kind of ['click-state', 'click-arrow']) {
  test(`somebody at a desk sees question, diagram and button of ${kind} at once`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await startPractice(page, 'en', { kinds: [kind] })
    await expect(page.getByRole('group', { name: 'The state diagram' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByLabel('Chosen:')).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Check' })).toBeInViewport({ ratio: 1 })
  })
}

test('somebody whose network fails keeps the answer and sends it again', async ({ page }) => {
  await startPractice(page, 'en', { kinds: ['next-state'] })
  await page.getByRole('radio').nth(1).check()
  await page.route('**/answers', (route) => route.abort())
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Your answer has not reached the server')).toBeVisible()
  await expect(page.getByRole('radio').nth(1)).toBeChecked()
  await page.unroute('**/answers')
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('heading', { level: 2, name: words.en.verdict })).toBeVisible()
})

test('nobody is sent the key or the explanation before the answer', async ({ page }) => {
  const received: string[] = []
  const told: string[] = []
  page.on('response', async (response) => {
    received.push(`${response.url()}\n${await response.text().catch(() => '')}`)
  })
  await startPractice(page, 'en', { length: 10, kinds: kinds.filter((kind) => kind !== 'statements') })
  for (let question = 0; question < 10; question++) {
    await page.waitForLoadState('networkidle')
    // The program's own files are the same for every question; what is asked must not be answered in the rest.
    const before = received.filter((text) => !text.includes('/_next/static/')).join('\n')
    const answered = page.waitForResponse((response) => response.url().endsWith('/answers'))
    await answerByKeyboard(page, 'en')
    const { feedback } = await (await answered).json()
    // What tells the answer: the rule's name, the proof, where the answer parted. Some of it was told, rightly, with an
    // earlier answer; none may stand anywhere before its own.
    const texts: string[] = [
      feedback.rule.text,
      feedback.parting?.text,
      ...feedback.proof.map((step: { text: string }) => step.text),
    ]
    const earlier = told.join('\n')
    for (const text of texts.filter((secret) => secret !== undefined && !earlier.includes(secret))) {
      expect(before, text).not.toContain(text)
    }
    told.push(JSON.stringify(feedback))
    expect(before).not.toMatch(/"(situation|options)":\{|"kind":"(passive|active)|"tcb"/)
    await page.keyboard.press('Enter')
  }
})

test('the same answer sent again changes nothing, and nobody answers for another', async ({ page, browser }) => {
  await startPractice(page, 'en', { kinds: ['next-state'] })
  const practice = page.url().split('/').at(-1)
  const address = `/api/v1/practices/${practice}/answers`
  const answer = { id: crypto.randomUUID(), position: 0, given: { choice: 1 }, tookMs: 1000, locale: 'en' }
  const first = await page.request.post(address, { data: answer })
  expect(first.status()).toBe(200)
  const again = await page.request.post(address, { data: { ...answer, given: { choice: 2 } } })
  expect(await again.json()).toEqual(await first.json())
  const other = await page.request.post(address, { data: { ...answer, id: crypto.randomUUID() } })
  expect([other.status(), await other.json()]).toEqual([409, { error: 'already answered' }])
  const bad = await page.request.post(address, {
    data: { ...answer, given: { text: 'LISTEN' }, position: 1, id: crypto.randomUUID() },
  })
  expect([bad.status(), await bad.json()]).toEqual([400, { error: 'invalid' }])

  const stranger = await browser.newContext()
  const foreign = await stranger.request.post(new URL(address, page.url()).href, { data: { ...answer, position: 1 } })
  expect([foreign.status(), await foreign.json()]).toEqual([404, { error: 'no such practice' }])
  const page2 = await stranger.newPage()
  expect((await page2.goto(page.url()))?.status()).toBe(404)
  await stranger.close()
})

test('somebody who chooses nothing is told what to choose', async ({ page }) => {
  await page.goto('/en/practice')
  for (const box of await page.locator('input[name=topic]').all()) await box.uncheck()
  await page.getByRole('button', { name: 'Start practice' }).click()
  await expect(page.getByText('Choose at least one topic and one kind of question.')).toBeVisible()
})

test('somebody whose network goes after a verdict still goes on, whatever the next question needs', async ({
  page,
  context,
}) => {
  await startPractice(page, 'en', { kinds: ['next-state', 'order', 'click-state'] })
  const control = page.getByRole('main').locator('form').locator('input, select, li button').first()
  const again = page.getByRole('button', { name: 'Load it again' })
  for (let question = 1; question < 5; question++) {
    await answerByKeyboard(page, 'en')
    await context.setOffline(true)
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Question ${question + 1} of 5`)).toBeVisible()
    // What it needs came with the verdict, or its absence is said in its place.
    await expect(control.or(again).first()).toBeVisible()
    await context.setOffline(false)
    if (await again.isVisible()) await again.click()
    await expect(control).toBeVisible()
  }
})

test('what a question needs and what does not come through is said in its place', async ({ page }) => {
  await startPractice(page, 'en', { kinds: ['order'] })
  await expect(page.getByRole('button', { name: words.en.moveUp }).first()).toBeVisible()
  // The file that holds the dragging is the one that the page of another kind does not load.
  const files = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
  const withDragging = (await files()).filter((path) => path.endsWith('.js'))
  await startPractice(page, 'en', { kinds: ['next-state'] })
  const without = new Set(await files())
  const heavy = withDragging.filter((path) => !without.has(path))
  expect(heavy.length).toBeGreaterThan(0)
  await page.route(
    (url) => heavy.includes(url.pathname),
    (route) => route.abort(),
  )
  await startPractice(page, 'en', { kinds: ['order'] })
  await expect(page.getByRole('alert').filter({ hasText: 'did not come through' })).toBeVisible()
  await expect(page.getByText('Question 1 of 5')).toBeVisible()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Load it again' }).click()
  await expect(page.getByRole('button', { name: words.en.moveUp }).first()).toBeVisible()
})
