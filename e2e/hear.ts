import type { Page } from '@playwright/test'

/**
 * Everything that the server sends to a page from now on, as text, to be searched. Each answer is read here before the
 * browser has it: a browser forgets what it was sent with the page that it leaves, so that asking it afterwards misses some.
 * Streams of events end with the page, and are left to it.
 */
export async function hear(page: Page): Promise<() => string> {
  const heard: string[] = []
  await page.route('**/*', async (route) => {
    const request = route.request()
    const isStream = request.resourceType() === 'eventsource'
    if (isStream || new URL(request.url()).pathname.startsWith('/_next/static/')) return await route.fallback()
    try {
      const response = await route.fetch({ maxRedirects: 0 })
      if (/html|json|x-component|plain/.test(response.headers()['content-type'] ?? ''))
        heard.push(await response.text())
      await route.fulfill({ response })
    } catch {
      // The page was left or closed meanwhile: what it asked for nobody reads.
      await route.abort().catch(() => {})
    }
  })
  return () => heard.join('\n')
}
