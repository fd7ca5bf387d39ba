import { createHash } from 'node:crypto'
import { build } from 'esbuild'

/** What marks a finished paper. */
export const markingEntry = 'lib/store/teach/marks/mark-paper.ts'

/**
 * A name for the code that can be reached from a file: it is put into one bundle, packages and all, without comments and
 * without the names of what is local, and hashed. So it is another one wherever that code could do anything else, and the
 * same one where only comments, words or pages have changed.
 * @param {string} [entry]
 * @returns {Promise<string>}
 */
export async function markingVersion(entry = markingEntry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    legalComments: 'none',
    platform: 'node',
    format: 'esm',
    // As in a React server: server-only is empty there.
    conditions: ['react-server'],
    logLevel: 'silent',
  })
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) hash.update(contents)
  return hash.digest('base64url').slice(0, 22)
}
