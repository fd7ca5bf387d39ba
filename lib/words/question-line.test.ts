import { expect, test } from 'vitest'
import { loadSay } from '../i18n/say'
import { writeAuthored } from '../teach/authored'
import type { EndpointDraft } from '../teach/machine-draft'
import { questionLine, titleLine, unmarked } from './question-line'

const endpoint: EndpointDraft = {
  state: 'LISTEN',
  opened: 'passive',
  remote: false,
  sendsQueued: false,
  textAwaiting: false,
  dataOut: false,
}

function made(title: string) {
  const written = writeAuthored({
    ...{ kind: 'machine', title, points: 1 },
    machine: { about: 'situation', query: 'next-state', endpoint, events: [{ kind: 'call', call: 'SEND' }] },
  })
  if (written.kind !== 'written') throw new Error(written.kind)
  return { title, authored: written.authored }
}

test('a question in one line says of which situation it is', async () => {
  const say = await loadSay('en')
  const line = questionLine(say, made('').authored)
  expect(unmarked(line)).toBe('LISTEN: the user calls SEND · Which state is this endpoint in next?')
})

test('a question with a title is called by it, one without by what it asks', async () => {
  const say = await loadSay('en')
  expect(titleLine(say, made('Week 1'))).toBe('Week 1')
  expect(titleLine(say, made(''))).toContain('`LISTEN`: the user calls `SEND`')
  expect(titleLine(say, { title: '', authored: null })).toBe('–')
})
