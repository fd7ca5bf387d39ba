import type { Page, Response } from '@playwright/test'

const isText = (response: Pick<Response, 'headers'>) =>
  /html|json|x-component|plain/.test(response.headers()['content-type'] ?? '')

/**
 * Everything that the server sends to a page from now on, as text, to be searched. What the page asks for is read here before
 * the browser has it: a browser forgets what it was sent with the page that it leaves, so that asking it afterwards misses
 * some. What it sends is left to it, and the answer asked of it at once; streams of events have no end to wait for.
 */
export async function hear(page: Page): Promise<() => Promise<string>> {
  const heard: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().method() !== 'GET' && isText(response)) heard.push(response.text().catch(() => ''))
  })
  await page.route('**/*', async (route) => {
    const request = route.request()
    const isFixed = new URL(request.url()).pathname.startsWith('/_next/static/')
    if (request.method() !== 'GET' || request.resourceType() === 'eventsource' || isFixed) return await route.fallback()
    try {
      const response = await route.fetch({ maxRedirects: 0 })
      if (isText(response)) heard.push(Promise.resolve(await response.text()))
      await route.fulfill({ response })
    } catch {
      // The page was left or closed meanwhile: what it asked for nobody reads.
      await route.abort().catch(() => {})
    }
  })
  return async () => (await Promise.all(heard)).join('\n')
}
