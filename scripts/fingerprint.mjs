import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One hash over the names and contents of files and folders: equal exactly where a build of them would be.
 * Times of change would not do: a fresh clone or a switched branch changes them all.
 * @param {readonly string[]} paths what is not there counts as empty
 * @param {(path: string) => boolean} [ignore]
 */
export function fingerprint(paths, ignore = () => false) {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = (path) => {
    if (ignore(path) || !existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name))
    } else {
      hash.update(path).update('\0').update(readFileSync(path)).update('\0')
    }
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}
