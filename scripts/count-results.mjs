// Ends a CI run with one line, `N passed, N failed`, from what vitest and Playwright wrote to test-reports/.
//   node scripts/count-results.mjs EXIT_CODE_OF_THE_RUN
import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, flaky: number, unexpected: number }, errors: unknown[] }} PlaywrightReport
 */

/** @param {string} file */
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

/** @param {VitestReport | undefined} report a file that could not even be loaded counts as one failure */
function countUnit(report) {
  if (!report) return { passed: 0, failed: 0 }
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** @param {PlaywrightReport | undefined} report an error outside a test, such as an app that does not start, counts too */
function countBrowser(report) {
  if (!report) return { passed: 0, failed: 0 }
  const { expected, flaky, unexpected } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length }
}

const exitCode = Number(process.argv[2] ?? 0)
const unit = countUnit(readReport('test-reports/vitest.json'))
const browser = countBrowser(readReport('test-reports/playwright.json'))
const passed = unit.passed + browser.passed
// Where a gate without tests of its own failed (lint, types, the build), the line must not look like a success.
const failed = Math.max(unit.failed + browser.failed, exitCode === 0 ? 0 : 1)

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
