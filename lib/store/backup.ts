import 'server-only'
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import type { Prepare } from './sqlite/statements'

/**
 * Copies the committed state of the database into backups/ beside `file` and returns the copy's path once it is on disk.
 * `reason` becomes part of the name, e.g. "before-20261122140000_first".
 */
export function copyDatabase(prepare: Prepare, file: string, reason: string): string {
  const folder = path.join(path.dirname(file), 'backups')
  mkdirSync(folder, { recursive: true })
  const instant = new Date().toISOString().replaceAll(/[-:]/g, '').replace('.', '')
  const copy = path.join(folder, `${path.basename(file, '.db')}-${instant}-${reason}.db`)
  prepare<[string]>('VACUUM INTO ?').run(copy)
  syncToDisk(copy, 'r+')
  // The folder's entry for it; Windows has no such call.
  if (process.platform !== 'win32') syncToDisk(folder, 'r')
  return copy
}

function syncToDisk(pathOnDisk: string, flags: string): void {
  const descriptor = openSync(pathOnDisk, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
