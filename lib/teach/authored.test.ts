import { describe, expect, it } from 'vitest'
import { remarksOn } from '../items/claims/judge-prose'
import { findSoundBody, markBody } from '../items/mark'
import { showOptions } from '../items/shown'
import {
  type Authored,
  authoredSchema,
  draftOf,
  isAssignable,
  judgeAuthored,
  type QuestionDraft,
  writeAuthored,
} from './authored'

const draft = {
  kind: 'prose',
  title: 'Where does CLOSE lead?',
  points: 2,
  topic: 'active close',
  level: 1,
  text: 'An endpoint is in `ESTABLISHED`.',
  options: ['`FIN-WAIT-1`', '`CLOSE-WAIT`', '`CLOSED`'],
  key: 0,
  claim: 'CLOSE in ESTABLISHED leads to FIN-WAIT-1',
  why: 'The user closes **first**.',
} as const satisfies QuestionDraft

function written(
  changed: Partial<typeof draft> | object = {},
): Extract<ReturnType<typeof writeAuthored>, { kind: 'written' }> {
  const made = writeAuthored({ ...draft, ...changed })
  if (made.kind !== 'written') throw new Error(made.kind)
  return made
}

describe('the claim behind a question in words', () => {
  it.each([
    ['from ESTABLISHED, CLOSE leads to FIN-WAIT-1', 'confirmed'],
    ['在 LISTEN 收到 SYN，进入 SYN-RECEIVED', 'confirmed'],
    ['In LISTEN, a SYN does not lead to ESTABLISHED', 'confirmed'],
    ['CLOSE in ESTABLISHED leads to CLOSE-WAIT', 'refuted'],
    ['CLOSE in ESTABLISHED sends RST and goes to FIN-WAIT-1', 'refuted'],
    ['在 LISTEN 收到 SYN 进入 ESTABLISHED', 'refuted'],
    ['CLOSE in ESTABLISHED leads to FIN-WAIT-1. ESTABLISHED + FIN → TIME-WAIT.', 'refuted'],
    ['FIN-WAIT-1 + FIN → CLOSING', 'depends'],
    ['ESTABLISHED + SYN → CLOSED', 'depends'],
    ['ABORT in ESTABLISHED leads to TIME-WAIT', 'depends'],
    ['2 MSL is four minutes.', 'unchecked'],
    ['', 'unchecked'],
  ])('%s: %s', (claim, verdict) => {
    const made = written({ claim })
    expect(made.verdict).toBe(verdict)
    expect(isAssignable(made.verdict)).toBe(verdict !== 'refuted')
  })

  it('that is refuted is never marked by, however it came into a paper', () => {
    const { authored } = written({ claim: 'In LISTEN, a SYN leads to ESTABLISHED' })
    expect(findSoundBody({ id: 'refuted', version: 1, body: authored.body })).toBeNull()
    expect(findSoundBody({ id: 'sound', version: 1, body: written().authored.body })).not.toBeNull()
  })
})

describe('the options held against the machine', () => {
  it.each([
    [{ options: ['In LISTEN, a SYN leads to ESTABLISHED', 'Something else'] }, [{ place: 0, remark: 'key fails' }]],
    [
      { options: ['Nothing of these', 'In LISTEN, a SYN leads to SYN-RECEIVED'] },
      [{ place: 1, remark: 'wrong holds' }],
    ],
    [{ options: ['`LAST-ACK`', '`CLOSED`'] }, [{ place: 0, remark: 'key is another state' }]],
    [
      { options: ['`LAST-ACK`', 'fin_wait_1'] },
      [
        { place: 0, remark: 'key is another state' },
        { place: 1, remark: 'wrong is the state' },
      ],
    ],
    [{ options: ['FIN-WAIT-1', 'CLOSE-WAIT'] }, []],
    [{ options: ['`LAST-ACK`', '`CLOSED`'], claim: '' }, []],
  ])('%o', (changed, remarks) => {
    expect(written(changed).remarks).toEqual(remarks)
  })

  it('says nothing of what it can’t read', () => {
    expect(remarksOn({ claim: '', key: 'text:Yes', options: ['text:Yes', 'text:No'] })).toEqual([])
  })
})

it.each([
  [{ title: '' }, 'title empty'],
  [{ options: ['a', ''] }, 'option empty'],
  [{ options: ['a', 'a'] }, 'option twice'],
  [{ key: 3 }, 'no key'],
])('%o is refused: %s', (changed, error) => {
  expect(writeAuthored({ ...draft, ...changed })).toEqual({ kind: 'refused', error })
})

describe('a question in words', () => {
  it('takes the path of any other: options shuffled by the seed, answered by places, marked by the key', () => {
    const { body } = written().authored
    const orders = new Set<string>()
    for (let seed = 0; seed < 30; seed++) {
      const shown = showOptions(body, seed)
      orders.add(shown.join())
      for (const [choice, option] of shown.entries()) {
        const marked = markBody(body, seed, { choice })
        expect(marked.kind === 'marked' && marked.right).toBe(option === 'text:`FIN-WAIT-1`')
      }
      expect(markBody(body, seed, { choice: 3 }).kind).toBe('refused')
    }
    expect(orders.size).toBeGreaterThan(3)
  })

  it('is kept and edited as it was written, and so is one of the machine', () => {
    const event = { kind: 'call', call: 'CLOSE' } as const
    const endpoint = {
      state: 'ESTABLISHED',
      opened: 'active',
      remote: false,
      sendsQueued: false,
      textAwaiting: false,
      dataOut: false,
    } as const
    const machine: QuestionDraft = {
      kind: 'machine',
      title: '',
      points: 1,
      machine: { about: 'situation', query: 'next-state', endpoint, events: [event] },
    }
    for (const one of [draft, machine]) {
      const made = writeAuthored(one)
      if (made.kind !== 'written') throw new Error(made.kind)
      const kept: Authored = authoredSchema.parse(JSON.parse(JSON.stringify(made.authored)))
      expect(draftOf({ title: one.title, authored: kept })).toEqual(one)
      expect(judgeAuthored(kept)).toBe(one.kind === 'prose' ? 'confirmed' : 'proved')
    }
  })

  it('of the machine whose key does not follow any more is broken, and can’t be assigned', () => {
    const body: Authored['body'] = {
      kind: 'which-event',
      from: 'LISTEN',
      to: 'CLOSED',
      options: ['event:a', 'event:b'],
    }
    expect(judgeAuthored({ body })).toBe('broken')
    expect(isAssignable('broken')).toBe(false)
  })
})
