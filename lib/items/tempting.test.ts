import { describe, expect, it } from 'vitest'
import { deriveBank } from './bank'
import type { Body } from './item'
import { explainAnswer } from './kinds/all'
import { beliefsTempted } from './tempting'

const { items } = deriveBank()

function bodyOf(id: string): Body {
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw new Error(`No item "${id}"`)
  return item.body
}

const closing = 'fin-wait-1.rcv-fin.seg-seq-rcv-nxt.acknowledges-our-fin'

describe('the beliefs that a question tempts', () => {
  it.each([`next-state/${closing}`, `click-state/${closing}`])('%s: every state that a holder would enter', (id) => {
    const body = bodyOf(id)
    expect(beliefsTempted(body)).toContain('fin-with-our-ack-leads-to-closing')
    const wrong = explainAnswer(body, { form: 'choice', option: 'state:CLOSING' })
    for (const belief of wrong.beliefs) expect(beliefsTempted(body)).toContain(belief)
  })

  it('are those of a typed answer too', () => {
    expect(beliefsTempted(bodyOf('type-state/last-ack.rcv-ack.seg-seq-rcv-nxt.acknowledges-our-fin'))).toContain(
      'last-ack-leads-to-time-wait',
    )
  })

  it('are none where no wrong answer betrays any', () => {
    expect(beliefsTempted(bodyOf('meaning-from-state/TIME-WAIT'))).toEqual([])
    expect(beliefsTempted(bodyOf('statements/listen-answers-syn'))).toEqual([])
  })

  it('reach most of the misconceptions that are an edit of the grid, by two kinds alone', () => {
    const asked = items.filter(({ body }) => body.kind === 'what-is-sent' || body.kind === 'next-state')
    expect(new Set(asked.flatMap(({ body }) => beliefsTempted(body))).size).toBeGreaterThanOrEqual(33)
  })
})
