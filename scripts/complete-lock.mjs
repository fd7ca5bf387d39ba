import { readFileSync, writeFileSync } from 'node:fs'

// npm writes into package-lock.json only the optional platform packages that the registry at hand carries, and `npm ci`
// refuses a lock in which one is missing. A mirror that lacks the builds for macOS, say, so makes a lock that works
// nowhere. This adds the missing ones as entries of name, version and platform; where they exist, npm installs them.

const systems = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openharmony', 'netbsd', 'openbsd', 'sunos', 'aix']
const processors = ['x64', 'arm64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'arm', 'wasm32']

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, license?: string, engines?: object, os?: string[],
 *   cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

/**
 * Whether Node would find `name` from the package at `path`, walking up as Node does.
 * @param {Lock} lock
 * @param {string} path
 * @param {string} name
 * @returns {boolean}
 */
function resolves(lock, path, name) {
  if (lock.packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true
  if (path === '') return false
  const up = path.lastIndexOf('/node_modules/')
  return resolves(lock, up < 0 ? '' : path.slice(0, up), name)
}

/**
 * The entry of a platform package; its platform is read off its name, as in @biomejs/cli-linux-x64-musl.
 * @param {Entry} parent
 * @param {string} name
 * @param {string} range
 * @returns {Entry}
 */
function platformEntry(parent, name, range) {
  const words = (name.split('/').pop() ?? '').split(/[-.]/)
  const os = systems.find((system) => words.includes(system))
  const arm = words.some((word) => /^arm(v7)?$|eabi/.test(word)) ? 'arm' : undefined
  const cpu = processors.find((processor) => words.includes(processor)) ?? arm
  const glibc = words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined
  const libc = words.some((word) => word.includes('musl')) ? 'musl' : glibc
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...(parent.license && { license: parent.license }),
    optional: true,
    ...(os && { os: [os] }),
    ...(libc && { libc: [libc] }),
    ...(parent.engines && { engines: parent.engines }),
  }
}

/**
 * @param {Lock} lock
 * @returns {{ lock: Lock, added: string[] }} the lock with an entry for each optional dependency, in npm's order
 */
export function completeLock(lock) {
  /** @type {Record<string, Entry>} */
  const missing = {}
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!resolves(lock, path, name)) missing[`node_modules/${name}`] = platformEntry(entry, name, range)
    }
  }
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { lock: { ...lock, packages: Object.fromEntries(packages) }, added: Object.keys(missing) }
}

/**
 * Completes a package-lock.json in place.
 * @param {string} file
 */
export function completeLockFile(file) {
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`  ${file}: ${added.length} platform packages added`)
}
