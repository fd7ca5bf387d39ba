import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import app from '../../vitest.config'

const property = /(experiments|laws|observe|perft|refinement|replay|rules)[.]test[.]ts$/

/** A table takes milliseconds to notice a mutant, a property a second: the tables are asked first. */
class TablesFirst extends BaseSequencer {
  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    return files.toSorted((a, b) => Number(property.test(a.moduleId)) - Number(property.test(b.moduleId)))
  }
}

// The machine's own tests alone: what they let through, no test of the app is meant to catch. A property is tried on a
// fraction of its cases, the same each time: every mutant pays for them.
export default defineConfig({
  ...app,
  test: {
    ...app.test,
    include: ['lib/tcp/**/*.test.ts'],
    sequence: { sequencer: TablesFirst },
    env: { ...app.test?.env, SHARE_OF_TRIALS: '0.04' },
  },
})
