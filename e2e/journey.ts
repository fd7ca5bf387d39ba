import { test as base, expect } from '@playwright/test'

/**
 * Playwright's test, with one demand on every journey: no page throws, and the browser refuses nothing that the app tries
 * (Content Security Policy), for what is refused is missing from the page though all else may look right.
 */
export const test = base.extend<{ readonly complaints: readonly string[]; readonly leaving: undefined }>({
  complaints: [
    async ({ context }, use) => {
      const heard: string[] = []
      context.on('weberror', (error) => heard.push(error.error().message))
      context.on('console', (message) => {
        if (/content security policy/i.test(message.text())) heard.push(message.text())
      })
      await use(heard)
      expect(heard).toEqual([])
    },
    { auto: true },
  ],
  // A journey's own contexts end with it: a page left open goes on asking the server beside all journeys that follow.
  leaving: [
    async ({ browser, context }, use) => {
      await use(undefined)
      for (const left of browser.contexts()) if (left !== context) await left.close()
    },
    { auto: true },
  ],
})
