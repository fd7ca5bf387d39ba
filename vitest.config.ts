import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': here('.'),
      // server-only throws outside a React server bundle; its own empty module is what such a bundle gets.
      'server-only': here('./node_modules/server-only/empty.js'),
    },
  },
  test: {
    include: ['{app,components,lib,messages,prisma,scripts}/**/*.test.{ts,tsx,mjs}'],
    exclude: ['lib/store/generated/**'],
    // Left to itself, vitest keeps one core free: half the machine where there are two.
    maxWorkers: '100%',
    // No test leaves anything behind in a module, so one load of the modules serves all files: half the time.
    isolate: false,
    // A busy machine is no failure; what hangs still ends.
    testTimeout: 90_000,
    // Vite puts its own BASE_URL, "/", into the environment, where lib/env.ts reads ours. The secret is there before the
    // first file is: the modules of all files read one environment, once.
    env: { BASE_URL: '', BETTER_AUTH_SECRET: 'a secret for tests, longer than 32 letters' },
  },
})
