import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { ageCards } from './age-cards'
import { hydrated } from './hydrated'
import { test } from './journey'

const words = {
  en: {
    takeSet: 'Take up the set',
    flip: 'Flip this deck',
    turn: 'Show the back',
    back: 'Back',
    left: /^Left today: \d+ due, \d+ new, \d+ in steps$/,
    rate: 'How well did you remember?',
    rated: /^Counted as (Again|Hard|Good|Easy)\. Comes back .+\.$/,
    doneTitle: 'That is all for now',
    finish: 'Finish',
    front: 'Front',
    backSide: 'Back',
    save: 'Save the card',
    saveAnyway: 'Save it all the same',
    warned: 'The machine does not agree with this card',
    claim: 'In LISTEN, a SYN leads to ESTABLISHED.',
    rule: /enters SYN-RECEIVED and sends SYN,ACK/,
  },
  'zh-CN': {
    takeSet: '领取这组卡片',
    flip: '翻看这组',
    turn: '翻到背面',
    back: '背面',
    left: /^今天还剩：到期 \d+ 张，新卡 \d+ 张，学习中 \d+ 张$/,
    rate: '你记得怎么样？',
    rated: /^记为“(忘记|困难|良好|容易)”。.+再来。$/,
    doneTitle: '暂时都完成了',
    finish: '结束',
    front: '正面',
    backSide: '背面',
    save: '保存卡片',
    saveAnyway: '仍然保存',
    warned: '状态机不同意这张卡片',
    claim: '在 LISTEN 收到 SYN，进入 ESTABLISHED。',
    rule: /端点进入 SYN-RECEIVED，并发送 SYN,ACK/,
  },
} as const

type Language = keyof typeof words

/** Makes cards of a ready set, and comes back to its deck. */
async function takeUp(page: Page, language: Language, set: string): Promise<void> {
  await page.goto(`/${language}/cards/${set}`)
  await page.getByRole('button', { name: words[language].takeSet }).click()
  await expect(page).toHaveURL(/\/review$/)
  await page.goto(`/${language}/cards/${set}`)
}

async function leftToday(page: Page): Promise<readonly number[]> {
  const text = await page.getByText(/^(Left today|今天还剩)/).textContent()
  return [...(text ?? '').matchAll(/\d+/g)].map(Number)
}

/** Writes an own card and sends it once. */
async function write(page: Page, language: Language, note: { front: string; back: string }): Promise<void> {
  const say = words[language]
  await page.goto(`/${language}/cards/write`)
  // What was typed before and not kept is put back first.
  await hydrated(page)
  await page.getByRole('textbox', { name: say.front, exact: true }).fill(note.front)
  await page.getByRole('textbox', { name: say.backSide, exact: true }).fill(note.back)
  await page.getByRole('button', { name: say.save }).click()
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`somebody flips and rates a deck by keyboard on a phone: ${language}`, async ({ page }) => {
    const say = words[language]
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`/${language}/cards`)
    await expectAccessible(page)
    await expectNoSideways(page)
    await takeUp(page, language, 'handshake')
    await expectAccessible(page)
    await expectNoSideways(page)
    await page.getByRole('link', { name: say.flip }).press('Enter')
    await expect(page.getByText(say.left)).toBeVisible()
    const [, fresh = 0] = await leftToday(page)
    for (let card = 0; card < 3; card++) {
      const front = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      await expect(page.getByRole('group', { name: say.rate })).toHaveCount(0)
      await hydrated(page)
      await page.keyboard.press('Space')
      await expect(page.getByRole('heading', { level: 2, name: say.back })).toBeFocused()
      if (card === 0) await expectAccessible(page)
      await expectNoSideways(page)
      await expect(page.getByRole('group', { name: say.rate }).getByRole('button')).toHaveCount(4)
      await page.keyboard.press('4')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(front)
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await expect(page.getByText(say.rated)).toBeVisible()
    }
    const [, after = 0] = await leftToday(page)
    expect(after).toBe(fresh - 3)
    await page.keyboard.press('u')
    await expect(page.getByText(say.rated)).toHaveCount(0)
    await expect(page.getByText(say.left)).toBeVisible()
    expect((await leftToday(page))[1]).toBe(fresh - 2)
  })

  test(`somebody is warned of a false claim on an own card, and keeps it: ${language}`, async ({ page }) => {
    const say = words[language]
    await write(page, language, { front: `${language}: LISTEN + SYN`, back: say.claim })
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
    await expect(page.getByText(say.rule)).toBeVisible()
    await expect(page.getByRole('textbox', { name: say.backSide, exact: true })).toHaveValue(say.claim)
    await expectAccessible(page)
    await page.getByRole('button', { name: say.saveAnyway }).click()
    await expect(page).toHaveURL(/\/cards\/mine$/)
    await expect(page.getByText(`✕ ${say.warned}`)).toBeVisible()
    // It is asked among the questions of a review too, flipped; the warning stays on its back.
    await page.goto(`/${language}/review`)
    await page.getByRole('button', { name: say.turn }).click()
    await expect(page.getByRole('heading', { name: say.warned })).toBeVisible()
    await expect(page.getByText(say.rule)).toBeVisible()
    await page.getByRole('group', { name: say.rate }).getByRole('button').last().click()
    await expect(page.getByText(say.rated)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.doneTitle)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expectAccessible(page)
    await page.getByRole('link', { name: say.finish, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Nothing is due now|现在没有到期的卡片/)
  })
}

test('somebody is asked an own card between questions, and a question after it', async ({ page }) => {
  await write(page, 'en', { front: 'Mine first', back: 'The back' })
  await expect(page).toHaveURL(/\/cards\/mine$/)
  await takeUp(page, 'en', 'states')
  await page.goto('/en/review')
  await expect(page.getByText('Mine first')).toBeVisible()
  await hydrated(page)
  await page.keyboard.press('Space')
  await expect(page.getByText('The back')).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
  expect(await leftToday(page)).toEqual([0, 11, 1])
  // What became of it stands below, and is taken back by touch.
  await expect(page.getByRole('status').filter({ hasText: words.en.rated })).toBeVisible()
  await page.getByRole('button', { name: 'Undo the last review' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The last review is taken back.' })).toBeFocused()
  await expect(page.getByText('Mine first')).toBeVisible()
  expect(await leftToday(page)).toEqual([0, 12, 0])
})

test('an own card that is forgotten too often rests, and leads to why', async ({ page }) => {
  await write(page, 'en', { front: 'Always forgotten', back: 'The back' })
  await expect(page).toHaveURL(/\/cards\/mine$/)
  for (const path of ['/en/review', '/en/cards/mine/flip']) {
    // As it looks that was forgotten five times before, and is due.
    await ageCards(page, {
      set: `phase = 'review', stability = 1, difficulty = 9, step = 0, reps = 9, lapses = 5, "dueDay" = 1, "lastDay" = 1,
        "lastAt" = @at, "dueAt" = NULL, "restedAt" = NULL`,
      where: `"noteId" IS NOT NULL`,
      values: { at: '2026-01-01T12:00:00.000+00:00' },
    })
    await page.goto(path)
    await page.getByRole('button', { name: 'Show the back' }).click()
    await page.getByRole('button', { name: /^Again/ }).click()
    await expect(page.getByRole('status').filter({ hasText: 'It rests now' })).toBeVisible()
    await page.getByRole('link', { name: 'See why' }).click()
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('Always forgotten')
  }
})

test('a claim that holds or depends is said to, and does not stand in the way', async ({ page }) => {
  await page.goto('/en/cards/write')
  await page.getByRole('textbox', { name: 'Front', exact: true }).fill('FIN-WAIT-1 + FIN → CLOSING')
  await page.getByRole('textbox', { name: 'Back', exact: true }).fill('In LISTEN, a SYN leads to SYN-RECEIVED.')
  await page.getByRole('button', { name: 'Preview' }).click()
  const verdicts = page.getByRole('region', { name: 'What the machine says to your claims' })
  await expect(verdicts.getByRole('listitem')).toHaveText([/Depends on conditions/, /✓ Holds\./])
  await page.getByRole('button', { name: 'Save the card' }).click()
  await expect(page).toHaveURL(/\/cards\/mine$/)
})

test('what cannot be a card gets one sentence, and nothing typed is lost', async ({ page }) => {
  await write(page, 'en', { front: 'kept', back: '' })
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('The back is empty.')
  await expect(page.getByRole('textbox', { name: 'Front', exact: true })).toHaveValue('kept')
  await write(page, 'en', { front: 'x'.repeat(4001), back: 'b' })
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('The front has more than 4,000 characters.')
  await expect(page.getByRole('textbox', { name: 'Front', exact: true })).toHaveValue('x'.repeat(4001))
})

test('a card that cannot be sent stays as it was typed, also over a reload, until it is kept', async ({ page }) => {
  await page.route('**/cards/write', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await write(page, 'en', { front: 'typed in a train', back: 'no network' })
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(/^The server cannot be reached\./)
  const front = page.getByRole('textbox', { name: 'Front', exact: true })
  await expect(front).toHaveValue('typed in a train')
  await page.reload()
  await expect(front).toHaveValue('typed in a train')
  await expect(page.getByRole('textbox', { name: 'Back', exact: true })).toHaveValue('no network')
  await page.unroute('**/cards/write')
  await page.getByRole('button', { name: 'Save the card' }).click()
  await expect(page).toHaveURL(/\/cards\/mine$/)
  await expect(page.getByText('typed in a train')).toBeVisible()
  await page.goto('/en/cards/write')
  await expect(front).toHaveValue('')
  // Who has cards and never practised is told how to keep them.
  await page.goto('/en')
  await page.getByRole('link', { name: 'You practise as a guest' }).click()
  await expect(page.getByText('1 card that you wrote')).toBeVisible()
})

test('whoever has suspended every card is told so, and not that new ones come', async ({ page }) => {
  await takeUp(page, 'en', 'states')
  await page.getByRole('button', { name: 'Suspend these' }).click()
  await expect(page.getByRole('button', { name: 'Take these up again' })).toBeVisible()
  await page.goto('/en/review')
  await expect(page.getByText('All your cards are suspended or rest, so none comes.')).toBeVisible()
  await page.getByRole('link', { name: 'See all cards' }).click()
  await expect(page).toHaveURL(/\/cards\/all$/)
})

test('HTML in a card of one’s own is text, and no link leads to a script', async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { ran: false }))
  const front =
    'A <img src=x onerror="window.ran=true"> b [bad](javascript:window.ran=true) [good](https://example.org)'
  await write(page, 'en', { front, back: '<script>window.ran=true</script>' })
  await expect(page).toHaveURL(/\/cards\/mine$/)
  await page.goto('/en/cards/mine/flip')
  await page.getByRole('button', { name: 'Show the back' }).click()
  await expect(page.getByText('<script>window.ran=true</script>')).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByText('A <img src=x onerror="window.ran=true"> b')).toBeVisible()
  await expect(main.getByRole('img')).toHaveCount(0)
  await expect(main.getByRole('link', { name: 'bad' })).toHaveCount(0)
  await expect(main.getByRole('link', { name: 'good' })).toHaveAttribute('href', 'https://example.org/')
  expect(await page.evaluate(() => Object(window).ran)).toBe(false)
})

test('somebody searches a deck, suspends a card and takes it up again', async ({ page }) => {
  await takeUp(page, 'en', 'states')
  await page.getByRole('searchbox', { name: 'Search' }).fill('2 msl')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('1 card', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Suspend: TIME-WAIT' }).click()
  await expect(page.getByRole('button', { name: 'Take up again: TIME-WAIT' })).toBeVisible()
  await page.goto('/en/cards/states/flip')
  expect((await leftToday(page))[1]).toBe(10)
  await page.goto('/en/cards/states?show=suspended')
  await expect(page.getByText('1 card', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Take up again: TIME-WAIT' }).click()
  await expect(page.getByText('No cards are like that.')).toBeVisible()
  await page.goto('/en/cards/states')
  await page.getByRole('button', { name: 'Suspend these' }).click()
  await expect(page.getByRole('button', { name: 'Take these up again' })).toBeVisible()
  await page.goto('/en/cards/states/flip')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('That is all for now')
})

test('a shuffled deck keeps its order through a reload, and the schedule knows nothing of it', async ({ page }) => {
  await takeUp(page, 'en', 'states')
  await page.getByRole('link', { name: 'Shuffle' }).click()
  await expect(page).toHaveURL(/\/look\?seed=\d+&at=1$/)
  const address = page.url()
  const order: string[] = []
  for (let at = 1; at <= 3; at++) {
    order.push((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')
    await hydrated(page)
    await page.keyboard.press('Space')
    await expect(page.getByRole('heading', { level: 2, name: 'Back' })).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText(`Card ${at + 1} of 11`)).toBeVisible()
  }
  expect(new Set(order).size).toBe(3)
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(order[0] ?? '')
  await page.goto('/en/cards/states/flip')
  await expect(page.getByText(words.en.left)).toHaveText('Left today: 0 due, 11 new, 0 in steps')
})

test('a printed deck has each back behind its front, on the paper that was chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/en/cards/states/print')
  const fronts = page.getByRole('region', { name: 'Fronts, sheet 1' }).locator('> *')
  const backs = page.getByRole('region', { name: 'Backs, sheet 1' }).locator('> *')
  await expect(fronts).toHaveCount(8)
  await expect(fronts.nth(0)).toContainText('CLOSED')
  await expect(backs.nth(1)).toContainText('There is no connection and no TCB.')
  await expect(fronts.nth(1)).toContainText('LISTEN')
  await expect(backs.nth(0)).toContainText('nothing has been sent')
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSideways(page)
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  await expect(fronts.nth(0)).toHaveCSS('color', 'rgb(0, 0, 0)')
  for (const [paper, box] of [
    ['a4', /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/g],
    ['letter', /\/MediaBox \[0 0 612 792\]/g],
  ] as const) {
    await page.goto(`/en/cards/states/print?paper=${paper}`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    // Eleven cards: two sheets, both sides.
    expect([paper, pdf.match(box)?.length]).toEqual([paper, 4])
  }
})

test('a flip that is sent again, is not mine, or makes no sense, changes nothing', async ({ page, request }) => {
  await takeUp(page, 'en', 'states')
  await page.getByRole('link', { name: 'Flip this deck' }).click()
  await expect(page.getByText(words.en.left)).toBeVisible()
  const sent = page.waitForRequest('**/api/v1/reviews/flips')
  await hydrated(page)
  await page.keyboard.press('Space')
  await page.keyboard.press('4')
  const body: unknown = (await sent).postDataJSON()
  await expect(page.getByText(words.en.rated)).toBeVisible()
  const address = '/api/v1/reviews/flips'
  expect((await page.request.post(address, { data: body })).status()).toBe(200)
  expect((await request.post(address, { data: body })).status()).toBe(404)
  expect((await page.request.post(address, { data: { ...Object(body), rating: 'best' } })).status()).toBe(400)
  await page.reload()
  await expect(page.getByText(words.en.left)).toHaveText('Left today: 0 due, 10 new, 0 in steps')
})

test('a rating that does not get there is kept, and sent again', async ({ page }) => {
  await takeUp(page, 'en', 'states')
  await page.getByRole('link', { name: 'Flip this deck' }).click()
  await expect(page.getByText(words.en.left)).toBeVisible()
  await page.route('**/api/v1/reviews/flips', (route) => route.abort())
  await hydrated(page)
  await page.keyboard.press('Space')
  await page.keyboard.press('4')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Your last rating has not reached the server.')
  // Nothing is taken back while it waits: the page that is loaded anew would have lost it.
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/undo')) asked.push(request.url())
  })
  await page.keyboard.press('u')
  await page.unroute('**/api/v1/reviews/flips')
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText(words.en.rated)).toBeVisible()
  await expect(page.getByText(words.en.left)).toHaveText('Left today: 0 due, 10 new, 0 in steps')
  expect(asked).toEqual([])
})

test('decks and cards of one’s own are nobody else’s, can be taken away, and go with everything', async ({
  browser,
  page,
}) => {
  await page.goto('/en/cards')
  await page.getByText('New deck', { exact: true }).click()
  await page.getByLabel('Name of the deck').fill('For the exam')
  await page.getByRole('button', { name: 'Make the deck' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For the exam')
  const deck = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Write a card' }).click()
  await page.getByRole('textbox', { name: 'Front', exact: true }).fill('a private front')
  await page.getByRole('textbox', { name: 'Back', exact: true }).fill('a private back')
  await page.getByRole('button', { name: 'Save the card' }).click()
  await expect(page).toHaveURL(new RegExp(`${deck}$`))
  await page.getByRole('link', { name: 'Change: a private front' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change a card')
  const note = new URL(page.url()).pathname
  const stranger = await browser.newContext()
  for (const path of [deck, `${deck}/flip`, `${deck}/look`, `${deck}/print`, note, '/en/cards/nothing']) {
    const response = await stranger.request.get(path)
    expect([path, response.status(), (await response.text()).includes('private')]).toEqual([path, 404, false])
  }
  await stranger.close()
  await page.goto('/en/settings/data')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as JSON' }).click(),
  ])
  const file: { tables: Record<string, readonly unknown[]> } = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(file.tables.Note).toEqual([expect.objectContaining({ front: 'a private front', back: 'a private back' })])
  expect(file.tables.Deck).toEqual([expect.objectContaining({ name: 'For the exam' })])
  await expect(page.getByText('1 card that you wrote')).toBeVisible()
  await page.getByLabel(/^To go on, type/).fill('delete')
  await page.getByRole('button', { name: 'Delete everything of mine' }).click()
  await expect(page.getByText('1 card that you wrote')).toHaveCount(0)
  expect((await page.request.get(note)).status()).toBe(404)
})

test('an own card is deleted once that is confirmed', async ({ page }) => {
  await write(page, 'en', { front: 'soon gone', back: 'b' })
  await expect(page).toHaveURL(/\/cards\/mine$/)
  await page.getByRole('link', { name: 'Change: soon gone' }).click()
  await page.getByRole('button', { name: 'Delete the card' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('Tick the box if you want to delete the card.')
  await page.getByLabel('Yes, I want to delete this card').check()
  await page.getByRole('button', { name: 'Delete the card' }).click()
  await expect(page).toHaveURL(/\/cards$/)
  await page.goto('/en/cards/mine')
  await expect(page.getByText('There are no cards here yet.')).toBeVisible()
  await page.goto('/en/review')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have no cards yet')
})

test('whoever switches single keys off turns and rates with the buttons alone', async ({ page }) => {
  await page.goto('/en/settings')
  await page.getByLabel(/keys/i).uncheck()
  await page.getByRole('button', { name: 'Save the settings' }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await takeUp(page, 'en', 'states')
  await page.getByRole('link', { name: 'Flip this deck' }).click()
  await expect(page.getByText(words.en.left)).toBeVisible()
  const turn = page.getByRole('button', { name: 'Show the back' })
  await hydrated(page)
  await page.keyboard.press('Space')
  await expect(turn).toBeVisible()
  await turn.press('Space')
  await expect(page.getByRole('heading', { level: 2, name: 'Back' })).toBeFocused()
  await page.keyboard.press('4')
  await expect(page.getByText(words.en.rated)).toHaveCount(0)
  await page.getByRole('button', { name: /^Easy/ }).press('Enter')
  await expect(page.getByText(words.en.rated)).toBeVisible()
})
