import { describe, expect, it } from 'vitest'
import { deriveBank } from '../bank'
import type { Body } from '../item'
import { isRightOption } from '../kinds/all'
import { beliefsBetrayed, beliefsTempted } from './betrayed'

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
    const betrayed = beliefsBetrayed(body, { form: 'choice', option: 'state:CLOSING' })
    expect(betrayed).toContain('fin-with-our-ack-leads-to-closing')
    for (const belief of betrayed) expect(beliefsTempted(body)).toContain(belief)
    expect(beliefsBetrayed(body, { form: 'choice', option: 'state:TIME-WAIT' })).toEqual([])
  })

  it('are those of a typed answer too', () => {
    expect(beliefsTempted(bodyOf('type-state/last-ack.rcv-ack.seg-seq-rcv-nxt.acknowledges-our-fin'))).toContain(
      'last-ack-leads-to-time-wait',
    )
  })

  it('are those who call a state by the name of another', () => {
    expect(beliefsTempted(bodyOf('meaning-from-state/TIME-WAIT'))).toEqual(['time-wait-waits-for-the-user'])
    expect(beliefsTempted(bodyOf('meaning-from-state/CLOSED'))).toEqual([])
  })

  it('are those who misjudge a statement, whatever else is misjudged beside it', () => {
    const body = bodyOf('statements/half-open-is-syn-received')
    if (body.kind !== 'statements') throw new Error('No statements')
    const right = body.options.filter((option) => isRightOption(body, option))
    const misjudged = [...right, 'statement:half-open-is-syn-received']
    expect(beliefsBetrayed(body, { form: 'several', options: misjudged })).toEqual(['half-open-is-syn-received'])
    expect(beliefsBetrayed(body, { form: 'several', options: body.options })).toContain('half-open-is-syn-received')
    expect(beliefsBetrayed(body, { form: 'several', options: right })).toEqual([])
  })

  it('reach most of the misconceptions that are an edit of the grid, by two kinds alone', () => {
    const asked = items.filter(({ body }) => body.kind === 'what-is-sent' || body.kind === 'next-state')
    expect(new Set(asked.flatMap(({ body }) => beliefsTempted(body))).size).toBeGreaterThanOrEqual(33)
  })
})
