import { describe, expect, test } from 'vitest'
import { isSupportedNode } from './supported-node.mjs'

describe('a version of Node', () => {
  test.each(['20.19.0', '20.20.2', '22.14.0', '22.99.1', '24.0.0', '26.10.0'])('%s runs the app', (version) => {
    expect(isSupportedNode(version)).toBe(true)
  })

  test.each(['18.20.4', '20.18.3', '21.7.0', '22.13.9', '23.11.0'])('%s does not', (version) => {
    expect(isSupportedNode(version)).toBe(false)
  })
})
