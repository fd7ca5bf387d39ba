import { defineConfig } from 'prisma/config'

// `prisma generate` needs no schema engine, yet downloads one where none is named. A start without a network must not
// depend on that, and any file that exists satisfies it.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'file:./data/timewait.db' },
})
