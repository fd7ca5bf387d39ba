import { type APIResponse, expect } from '@playwright/test'
import { expectAccessible, expectNoSideways } from './accessible'
import { test } from './journey'

const finWait1 = {
  state: 'FIN-WAIT-1',
  opened: 'active',
  iss: 99,
  irs: 299,
  sndUna: 100,
  sndNxt: 101,
  rcvNxt: 300,
  rcvWnd: 65_535,
}

const finAndAck = { segment: { seq: 300, ack: 101, ctl: ['FIN', 'ACK'] } }

/** A refusal as RFC 9457 wants it. */
async function expectProblem(response: APIResponse, status: number, kind: string) {
  expect(response.status()).toBe(status)
  expect(response.headers()['content-type']).toBe('application/problem+json')
  const found: { type: string; status: number; errors: { pointer: string }[] } = await response.json()
  expect(found).toMatchObject({ type: `/programs#${kind}`, status })
  return found.errors.map(({ pointer }) => pointer)
}

test('a program reads the machine, and is told later that it has it still', async ({ request }) => {
  const response = await request.get('/api/machine')
  expect(response.status()).toBe(200)
  const machine = await response.json()
  expect(machine).toMatchObject({ profile: 'rfc9293', states: { length: 11 } })
  expect(machine.transitions).toContainEqual(
    expect.objectContaining({ from: 'TIME-WAIT', on: 'TIME-WAIT TIMEOUT', to: 'CLOSED', emits: [], figure5: true }),
  )
  const { etag = '', 'cache-control': cacheControl } = response.headers()
  expect(cacheControl).toContain('max-age')
  const again = await request.get('/api/machine', { headers: { 'If-None-Match': etag } })
  expect(again.status()).toBe(304)
})

test('a program reads another profile, and one that there is not', async ({ request }) => {
  const old = await (await request.get('/api/machine?profile=rfc793')).json()
  expect(old.transitions).toContainEqual(expect.objectContaining({ from: 'CLOSE-WAIT', on: 'CLOSE', to: 'CLOSING' }))
  const refused = await request.get('/api/machine?profile=rfc1')
  expect(await expectProblem(refused, 400, 'invalid-request')).toEqual(['/profile'])
})

test('a program closes a connection step by step, each from where the last ended', async ({ request }) => {
  const closing = await request.post('/api/step', { data: { tcb: finWait1, event: finAndAck } })
  expect(closing.status()).toBe(200)
  const step = await closing.json()
  expect(step).toMatchObject({ state: 'TIME-WAIT', emits: [{ seq: 101, ack: 301, ctl: ['ACK'], len: 0 }] })
  expect(step.proof.at(-1).cite).toContain('Figure 5 note 2')

  const last = await request.post('/api/step', { data: { tcb: step.tcb, event: { timeout: 'time-wait' } } })
  expect(await last.json()).toMatchObject({ state: 'CLOSED', emits: [], response: [] })
})

test('a program that errs is told where', async ({ request }) => {
  const faulty = { tcb: { ...finWait1, sndNxt: 99 }, event: { segment: { seq: 1, ctl: ['ACK'] } }, extra: 0 }
  const pointers = await expectProblem(await request.post('/api/step', { data: faulty }), 400, 'invalid-request')
  expect(pointers).toEqual(['/tcb/sndNxt', '/event/segment/ack', '/extra'])

  const headers = { 'Content-Type': 'application/json' }
  await expectProblem(await request.post('/api/step', { headers, data: Buffer.from('{"tcb":') }), 400, 'malformed-json')
  const large = Buffer.from(JSON.stringify({ filler: 'x'.repeat(20_000) }))
  await expectProblem(await request.post('/api/step', { headers, data: large }), 413, 'body-too-large')
  await expectProblem(await request.post('/api/step', { form: { tcb: '' } }), 415, 'unsupported-media-type')
})

test('somebody finds the page for programs, with an example that is run', async ({ page }) => {
  await page.goto('/en')
  await page.getByRole('contentinfo').getByRole('link', { name: 'For programs' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For programs')
  const example = page.getByRole('region', { name: 'An example' })
  await expect(example.getByRole('figure', { name: 'Answer' })).toContainText('"state": "TIME-WAIT"')
  await expect(page.getByRole('table', { name: 'tcb: the connection before the event' })).toContainText('sndNxt')
  await expect(page.getByRole('region', { name: 'Where the RFC leaves a choice' })).toContainText('zero-window')
})

test('somebody follows the type of a problem to its explanation', async ({ page }) => {
  await page.goto('/programs#body-too-large')
  await expect(page).toHaveURL('/en/programs#body-too-large')
  await expect(page.getByText('The body has more than 16,384 octets.')).toBeInViewport()
})

for (const path of ['/en/programs', '/zh-CN/programs']) {
  test(`somebody on a phone reads ${path} without a barrier, and without moving it sideways`, async ({ page }) => {
    // The page is long, and axe reads all of it.
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    await expectAccessible(page)
    await expectNoSideways(page)
  })
}
