import { describe, expect, it } from 'vitest'
import { deriveBank } from './bank'
import { hintFor } from './hint'
import { isRightOption, offeredBy } from './kinds/all'
import { showOptions } from './shown'
import { rightAnswer } from './verify'

const { items } = deriveBank()
const hinted = items.map(({ id, body }) => ({
  id,
  body,
  shown: showOptions(body, 5),
  hint: hintFor(body, showOptions(body, 5), 5),
}))

describe('hintFor', () => {
  it('strikes out wrong options alone, and leaves two or more to choose from', () => {
    const struck = hinted.flatMap(({ id, body, shown, hint: { help } }) =>
      help.kind === 'struck' ? [{ id, body, shown, places: help.places }] : [],
    )
    expect(struck.length).toBeGreaterThan(300)
    for (const { id, body, shown, places } of struck) {
      expect(places.length, id).toBeGreaterThan(0)
      expect(shown.length - places.length, id).toBeGreaterThanOrEqual(2)
      for (const place of places) expect(isRightOption(body, shown[place] ?? ''), id).toBe(false)
    }
  })

  it('names two places on the diagram, of which one is right', () => {
    for (const {
      id,
      body,
      hint: { help },
    } of hinted) {
      if (help.kind !== 'among') continue
      expect(new Set(help.options).size, id).toBe(help.options.length)
      expect(help.options.filter((option) => isRightOption(body, option)).length, id).toBe(1)
      for (const option of help.options) expect(offeredBy(body), id).toContain(option)
    }
  })

  it('agrees with the key where it counts, orders or spells', () => {
    for (const {
      id,
      body,
      hint: { help },
    } of hinted) {
      const right = rightAnswer(body)
      if (help.kind === 'count') expect(right?.form === 'several' && right.options.length, id).toBe(help.count)
      if (help.kind === 'first') expect(right?.form === 'order' && right.options[0], id).toBe(help.option)
      if (help.kind === 'begins') expect(right?.form === 'text' && right.text.startsWith(help.letter), id).toBe(true)
    }
  })

  it('helps with every item, and says where to read', () => {
    for (const { id, hint } of hinted) {
      if (hint.help.kind === 'struck') expect(hint.help.places.length, id).toBeGreaterThan(0)
      if (hint.help.kind !== 'count') expect(hint.cite, id).not.toBe('')
    }
  })
})
