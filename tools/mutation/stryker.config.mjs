// Run from the root of the project by scripts/mutation.mjs.
import { fileURLToPath } from 'node:url'

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
  // The laws are an oracle of the tests, not a part of the machine.
  mutate: ['lib/tcp/**/*.ts', '!lib/tcp/**/*.test.ts', '!lib/tcp/**/*.testing.ts', '!lib/tcp/laws.ts'],
  // Every test of the machine for the first run: vitest looks for those related to a file in the wrong folder.
  vitest: { configFile: 'tools/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // An endless loop is cut off after this much more than the tests took; nothing here waits for anything.
  timeoutMS: 10_000,
  timeoutFactor: 2,
  // Stryker would rewrite the paths in it with the API of TypeScript 6, which version 7 does not have.
  tsconfigFile: 'none.json',
  thresholds: { high: 98, low: 95, break: 95 },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'test-reports/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false },
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['.next', 'data', 'test-reports', 'test-results', 'e2e', 'docs'],
}
