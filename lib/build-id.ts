import { readFileSync } from 'node:fs'
import { join } from 'node:path'

let known: string | undefined

/** The name of this build, which Next makes anew for each; null while developing, where there is none. */
export function findBuildId(): string | null {
  if (process.env.NODE_ENV !== 'production') return null
  known ??= readFileSync(join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim()
  return known
}
