import { describe, expect, test } from 'vitest'
import { completeLock } from './complete-lock.mjs'

const lock = {
  packages: {
    '': {},
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      license: 'MIT',
      optionalDependencies: { '@tool/cli-linux-x64-musl': '2.0.0', '@tool/cli-darwin-arm64': '^2.0.0' },
    },
    'node_modules/@tool/cli-linux-x64-musl': { version: '2.0.0', optional: true },
  },
}

describe('completing the lock', () => {
  test('adds the platform package that the registry lacked, with its platform', () => {
    const completed = completeLock(lock)
    expect(completed.added).toEqual(['node_modules/@tool/cli-darwin-arm64'])
    expect(completed.lock.packages['node_modules/@tool/cli-darwin-arm64']).toEqual({
      version: '2.0.0',
      cpu: ['arm64'],
      dev: true,
      license: 'MIT',
      optional: true,
      os: ['darwin'],
    })
  })

  test('keeps the order in which npm writes, the project itself first', () => {
    expect(Object.keys(completeLock(lock).lock.packages)).toEqual([
      '',
      'node_modules/@tool/cli-darwin-arm64',
      'node_modules/@tool/cli-linux-x64-musl',
      'node_modules/tool',
    ])
  })

  test('adds nothing the second time', () => {
    expect(completeLock(completeLock(lock).lock).added).toEqual([])
  })
})
