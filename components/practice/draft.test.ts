import { describe, expect, it } from 'vitest'
import type { PresentedItem } from '@/lib/words/presented-item'
import { emptyDraft, parseDraft, withOption } from './draft'

const choice: PresentedItem = {
  position: 2,
  kind: 'next-state',
  control: 'choice',
  topic: 'Opening',
  stem: 'Which state is this endpoint in next?',
  hint: 'Choose one.',
  keys: null,
  endpoint: null,
  prose: null,
  sequence: null,
  listing: null,
  options: ['`LISTEN`', '`SYN-SENT`', '`CLOSED`'],
  place: null,
}
const order: PresentedItem = { ...choice, kind: 'order', control: 'order' }

describe('a draft that was kept', () => {
  it('is read back as it was', () => {
    const draft = withOption(choice, emptyDraft(choice), 2)
    expect(parseDraft(choice, JSON.stringify(draft))).toEqual(draft)
    const ordered = { ...emptyDraft(order), order: [2, 0, 1] }
    expect(parseDraft(order, JSON.stringify(ordered))).toEqual(ordered)
  })

  it.each([
    ['nothing', null],
    ['null', 'null'],
    ['another shape', '{"chosen":[0]}'],
    ['an option that is not there', JSON.stringify({ ...emptyDraft(choice), chosen: [3] })],
    ['an option twice', JSON.stringify({ ...emptyDraft(choice), chosen: [1, 1] })],
    ['an order of fewer', JSON.stringify({ ...emptyDraft(order), order: [1, 0] })],
  ])('is none where there is %s', (_, written) => {
    expect(parseDraft(written?.includes('"order":[1') ? order : choice, written)).toBeNull()
  })
})
