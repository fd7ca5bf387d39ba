// npm run e2e: the journeys in a real browser, against the app as npm start serves it, with an empty database of its own.
// What follows goes to Playwright: npm run e2e -- e2e/shell.spec.ts --headed
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from './build-app.mjs'
import { findBrowser } from './find-browser.mjs'
import { freePort } from './free-port.mjs'
import { runTool } from './run-command.mjs'

await buildApp()
const browser = await findBrowser()
const folder = mkdtempSync(join(tmpdir(), 'timewait-e2e-'))
const { code } = await runTool('@playwright/test:playwright', ['test', ...process.argv.slice(2)], {
  env: {
    CHROMIUM_PATH: browser,
    DATABASE_URL: `file:${join(folder, 'timewait.db')}`,
    HOSTNAME: '127.0.0.1',
    PORT: String(await freePort()),
    // Each person of a journey comes from an address of their own, as if a proxy had seen it.
    TRUST_PROXY: 'true',
  },
})
rmSync(folder, { recursive: true, force: true })
process.exit(code)
