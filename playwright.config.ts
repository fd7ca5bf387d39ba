import { defineConfig, devices } from '@playwright/test'
import { mailPort } from './e2e/mail-port'
import { providerPort } from './e2e/provider-port'

const port = process.env.PORT ?? '3100'
const baseURL = `http://127.0.0.1:${port}`
const chromium = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Generous: these machines are shared, and a journey is not a measurement. What hangs, `expect` below ends much sooner.
  timeout: 240_000,
  // A shared machine may be slow at the wrong moment. What passes the second time is printed as flaky, and is to be mended.
  retries: 1,
  // Two, as CI has cores: a journey mostly waits. They share one server, where each is a person of its own.
  workers: 2,
  expect: { timeout: 40_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-reports/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-US',
    actionTimeout: 60_000,
    // Of the second time alone: recording it slows what is recorded.
    trace: 'on-first-retry',
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [
        // Chromium's sandbox refuses to work for root, which CI is.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        // It would look up its maker's hosts at every start, which a closed network refuses many at a time.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'npm start',
    url: `${baseURL}/api/health`,
    env: {
      PORT: port,
      HOSTNAME: '127.0.0.1',
      LOG_LEVEL: 'error',
      // Nobody is there until the journey of e2e/account.spec.ts that starts one.
      OIDC_ISSUER: `http://127.0.0.1:${providerPort(port)}`,
      OIDC_CLIENT_ID: 'timewait',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_NAME: 'Example University',
      // Nor here, until the journey of e2e/course.spec.ts that reads what was sent.
      SMTP_URL: `smtp://127.0.0.1:${mailPort(port)}`,
      SMTP_FROM: 'Timewait <timewait@example.org>',
    },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
