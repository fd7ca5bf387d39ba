import { expect, type Page } from '@playwright/test'
import { linuxCapture } from '../lib/capture/linux-capture.testing'
import { frameOf, pcapOf } from '../lib/capture/make-pcap.testing'
import { observeConnection } from '../lib/observer/observe-connection'
import { playSample } from '../lib/observer/samples'
import { questionsOn } from '../lib/observer/trace-questions'
import { expectAccessible, expectNoSideways } from './accessible'
import { hydrated } from './hydrated'
import { test } from './journey'

const dump = `12:00:00.1 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [S], seq 1000, win 100, length 0
12:00:00.2 IP 10.0.0.2.80 > 10.0.0.1.40001: Flags [S.], seq 9000, ack 1001, win 100, length 0
12:00:00.3 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [.], ack 1, win 100, length 0
12:00:00.4 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [F.], seq 1, ack 1, win 100, length 0
12:00:00.5 IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [P.], seq 2:12, ack 1, win 100, length 10`

/** What a client asks and a server acknowledges, a hundred times, twice of them again; numbered as with -S. */
const longDump = Buffer.from(
  [
    'IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [S], seq 1000, win 65000, length 0',
    'IP 10.0.0.2.80 > 10.0.0.1.40001: Flags [S.], seq 9000, ack 1001, win 65000, length 0',
    'IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [.], ack 9001, win 65000, length 0',
    ...Array.from({ length: 100 }, (_, index) => {
      const turn = index - (index >= 60 ? 1 : 0) - (index >= 80 ? 1 : 0)
      const from = 1001 + turn * 10
      return [
        `IP 10.0.0.1.40001 > 10.0.0.2.80: Flags [P.], seq ${from}:${from + 10}, ack 9001, win 65000, length 10`,
        `IP 10.0.0.2.80 > 10.0.0.1.40001: Flags [.], ack ${from + 10}, win ${index}, length 0`,
      ]
    }).flat(),
  ].join('\n'),
)

/** As many of the smallest segments as 20 MB hold, between two ends. */
function tinySegments(): Uint8Array {
  const ends = [true, false].map((fromA) =>
    frameOf({ fromA, segment: { seq: 10, ack: 10, ctl: ['ACK'], len: 0 } }, { linkType: 101 }),
  )
  return pcapOf(
    Array.from({ length: 357_000 }, (_, index) => ends[index % 2] ?? new Uint8Array()),
    { linkType: 101 },
  )
}

const leaking = `State Recv-Q Send-Q Local Address:Port Peer Address:Port
LISTEN 0 128 0.0.0.0:80 0.0.0.0:*
CLOSE-WAIT 1 0 10.0.0.2:80 10.0.0.1:40001
CLOSE-WAIT 1 0 10.0.0.2:80 10.0.0.1:40002`

async function paste(page: Page, text: string, locale: 'en' | 'zh-CN' = 'en') {
  await page.getByRole('textbox').fill(text)
  await page.getByRole('button', { name: locale === 'en' ? 'Read the text' : '读取文字' }).click()
}

test('somebody drops a capture, and sees what each end can be in', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') asked.push(request.url())
  })
  await page.goto('/en/learn/traces')
  await hydrated(page)
  const octets = [...linuxCapture()]
  await page.evaluate((bytes) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(bytes)], 'loopback.pcap'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  }, octets)
  const connections = page.getByRole('region', { name: 'Connections' })
  await expect(connections.getByRole('button')).toHaveCount(3)
  await expect(connections.getByRole('button', { pressed: true })).toContainText('10 segments')
  await page.getByText('The same in words').click()
  await expect(page.getByRole('listitem').filter({ hasText: 'sends segment 10' })).toContainText('TIME-WAIT')

  await connections.getByRole('button', { name: /127\.0\.0\.1:1\b/ }).click()
  await expect(connections.getByRole('button', { pressed: true })).toContainText('2 segments')
  await expectAccessible(page)
  expect(asked).toEqual([])
})

test('somebody pastes what tcpdump printed, with a segment that no correct endpoint sends', async ({ page }) => {
  await page.goto('/en/learn/traces')
  await hydrated(page)
  await paste(page, dump)
  const marked = page.getByRole('region', { name: 'Marked segments' })
  await expect(marked).toContainText('Segment 5: impossible: no text follows a FIN')
  await expect(marked.getByRole('link', { name: '3.6' })).toHaveAttribute('href', /section-3\.6$/)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSideways(page)
  await expectAccessible(page)
})

test('somebody pastes a listing, and learns who must act', async ({ page }) => {
  await page.goto('/en/learn/traces')
  await hydrated(page)
  await paste(page, leaking)
  const pile = page.getByRole('region', { name: 'CLOSE-WAIT' })
  await expect(pile.getByRole('heading')).toContainText('2 in CLOSE-WAIT')
  await expect(pile).toContainText('the application here')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSideways(page)

  await paste(page, 'nothing of the kind')
  await expect(page.getByRole('status').first()).toContainText('No line of this')
})

test('somebody without a capture is quizzed by keyboard on one that the machine has made', async ({ page }) => {
  await page.goto('/en/learn/traces')
  await hydrated(page)
  await page.getByRole('button', { name: 'Open, text, close' }).press('Enter')
  await page.getByRole('button', { name: 'Quiz me on this' }).press('Enter')
  const question = page.getByRole('group', { name: /Segment/ })
  await expect(question).toContainText('Segment 1 of 10.0.0.1:40001')
  await question.getByRole('checkbox', { name: 'SYN-SENT' }).press('Space')
  await page.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(page.getByRole('status').last()).toContainText('Right. It can be in SYN-SENT.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Another question' }).press('Enter')
  await expect(question).not.toContainText('Segment 1 of')
})

for (const [locale, word] of [
  ['en', { sample: 'Open, text, close', quiz: 'Quiz me on this', check: 'Check', another: 'Another question' }],
  ['zh-CN', { sample: '打开、传数据、关闭', quiz: '用它考考我', check: '核对', another: '再来一题' }],
] as const) {
  test(`somebody is asked what a later segment shows, and answers wrong and right: ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(`/${locale}/learn/traces`)
    await hydrated(page)
    await page.getByRole('button', { name: word.sample }).press('Enter')
    await page.getByRole('button', { name: word.quiz }).press('Enter')
    const seen = [...observeConnection(playSample('close'))]
    const isCorrect = { en: 'Right.', 'zh-CN': '正确。' }[locale]
    let choices = 0
    // All of them, once each: the two sets of states after every segment, and what comes next where it can be known.
    for (const _ of questionsOn(seen)) {
      const question = page.getByRole('main').locator('fieldset')
      const radios = question.getByRole('radio')
      if ((await radios.count()) > 0) {
        choices += 1
        const stem = (await question.locator('legend').textContent()) ?? ''
        const number = Number(/(?:Segment|报文段) (\d+)/.exec(stem)?.[1])
        const key = questionsOn(seen).find(
          (one) =>
            one.at === number - 1 &&
            one.kind === (/Which ACK|的 ACK 是多少/.test(stem) ? 'acknowledged' : 'state then'),
        )?.key
        const isRight = choices % 2 === 0
        const options = await question.locator('label').allInnerTexts()
        const place = options.findIndex((option) => option.trim() === String(key))
        expect(place, `${key} among ${options.join(' · ')}`).toBeGreaterThanOrEqual(0)
        await radios.nth(isRight ? place : (place + 1) % options.length).press('Space')
        await page.getByRole('button', { name: word.check }).press('Enter')
        const status = page.getByRole('status').last()
        if (isRight) await expect(status).toContainText(isCorrect)
        else await expect(status).not.toContainText(isCorrect)
        await expect(status).toContainText(String(key))
      } else {
        await question.getByRole('checkbox').first().press('Space')
        await page.getByRole('button', { name: word.check }).press('Enter')
      }
      if (choices === 1) await expectAccessible(page)
      await page.getByRole('button', { name: word.another }).press('Enter')
    }
    expect(choices).toBe(questionsOn(seen).filter(({ kind }) => kind !== 'states').length)
    await expectNoSideways(page)
  })
}

test('somebody goes through a long capture: by pages, to a segment, and to the marked ones', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/en/learn/traces')
  await hydrated(page)
  await page
    .getByLabel('Choose a capture')
    .setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: longDump })
  const found = page.getByRole('status')
  await expect(found).toContainText('Connections: 1. TCP segments: 203, in 203 frames or lines.')
  await expect(found).toBeFocused()
  const ways = page.getByRole('navigation', { name: 'Through the connection' })
  await expect(ways).toContainText('Segments 1 to 40 of 203')
  await expect(ways.getByRole('button', { name: 'Earlier' })).toBeDisabled()
  await ways.getByRole('button', { name: 'Later' }).press('Enter')
  await expect(ways).toContainText('Segments 41 to 80 of 203')

  await expect(ways).toContainText('2 marked, 0 of them impossible')
  await ways.getByRole('button', { name: 'Next marked segment' }).press('Enter')
  await expect(ways).toContainText('Segments 121 to 160 of 203')
  const marked = page.getByRole('region', { name: 'Marked segments' })
  await expect(marked).toContainText('Segment 124: retransmission')
  await ways.getByRole('button', { name: 'Next marked segment' }).press('Enter')
  await expect(marked).toContainText('Segment 164: retransmission')
  await ways.getByRole('button', { name: 'Next marked segment' }).press('Enter')
  await expect(marked).toContainText('Segment 124: retransmission')

  await ways.getByRole('textbox', { name: 'Segment' }).fill('999')
  await page.keyboard.press('Enter')
  await expect(ways).toContainText('Segments 201 to 203 of 203')
  await expect(ways.getByRole('button', { name: 'Later' })).toBeDisabled()
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSideways(page)
  await expectAccessible(page)
})

test('hostile files are refused or read as far as they go, in a sentence, and can be cancelled', async ({ page }) => {
  await page.goto('/en/learn/traces')
  await hydrated(page)
  const found = page.getByRole('status')
  const bring = (name: string, octets: Uint8Array) =>
    page
      .getByLabel('Choose a capture')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(octets) })

  await bring('large.pcap', new Uint8Array(20_000_001))
  await expect(found).toContainText('This is more than 20 MB.')
  await bring('empty.pcap', new Uint8Array())
  await expect(found).toContainText('There is nothing in it yet.')
  await expectAccessible(page)

  const whole = linuxCapture()
  await bring('cut.pcap', whole.subarray(0, whole.length - 30))
  await expect(found).toContainText('read as far as it goes, 23 frames')
  await expect(page.getByRole('img')).toBeVisible()
  const lying = whole.slice()
  new DataView(lying.buffer).setUint32(24 + 8, 0xffffffff, true)
  await bring('lying.pcap', lying)
  await expect(found).toContainText('There is no TCP segment in it.')
  await expect(page.getByRole('img')).toHaveCount(0)

  // A third of a million of segments: the tab goes on listening, says how far it is, and ends it when asked to.
  await bring('tiny.pcap', tinySegments())
  const progress = page.getByRole('progressbar')
  await expect(progress).toHaveAccessibleName(/^Observing: [1-9]\d? %$/)
  await page.getByRole('textbox').first().fill('typed meanwhile')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(found).toContainText('Reading was cancelled.')
  await expect(progress).toHaveCount(0)
  await page.getByRole('button', { name: 'Refused' }).click()
  await expect(page.getByRole('img')).toBeVisible()
})

test('a reader of Chinese reads a capture, and is told of what is none', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/zh-CN/learn/traces')
  await hydrated(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('真实抓包')
  await paste(page, dump, 'zh-CN')
  await expect(page.getByRole('region', { name: '有标记的报文段' })).toContainText('FIN 之后不再有数据')
  await expectNoSideways(page)
  await expectAccessible(page)
  await page.getByLabel('选择抓包文件').setInputFiles({
    name: 'none.pcap',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('no capture'),
  })
  await expect(page.getByRole('status').first()).toContainText('这既不是 pcap 也不是 pcapng')
})
