import { describe, expect, it } from 'vitest'
import { profiles } from '@/lib/tcp/profiles'
import { rulesOf } from '@/lib/tcp/rules'
import { answerMachine, machineAnswerSchema } from './answer-machine'

describe('GET /api/machine', () => {
  it.each(profiles)('answers one entry for each rule of %s', (profile) => {
    const answer = answerMachine(profile)
    expect(machineAnswerSchema.parse(answer)).toEqual(answer)
    const ids = [...answer.transitions, ...answer.dispositions].map(({ id }) => id)
    expect(ids).toEqual(rulesOf(profile).map(({ id }) => id))
  })

  it('says of a transition what its row says', () => {
    const entry = answerMachine('rfc9293').transitions.find(
      ({ from, to }) => from === 'FIN-WAIT-1' && to === 'TIME-WAIT',
    )
    expect(entry).toEqual({
      id: 'fin-wait-1.rcv-fin.seg-seq-rcv-nxt.acknowledges-our-fin',
      from: 'FIN-WAIT-1',
      on: 'rcv FIN',
      when: ['SEG.SEQ = RCV.NXT', 'acknowledges our FIN'],
      to: 'TIME-WAIT',
      emits: ['ACK'],
      response: ['ok', 'connection closing'],
      cite: '3.10.7.4 fifth, 3.10.7.4 eighth, Figure 5 note 2',
      figure5: false,
    })
  })

  it('says of a disposition what its row says', () => {
    const entry = answerMachine('rfc9293').dispositions.find(({ id }) => id === 'closed.close')
    expect(entry).toEqual({
      id: 'closed.close',
      state: 'CLOSED',
      on: 'CLOSE',
      kind: 'refused',
      emits: [],
      response: ['error: connection does not exist'],
      cite: '3.10.4',
      ambiguous: 'missing-connection-text',
    })
  })

  it('leaves out what is empty', () => {
    const entry = answerMachine('rfc9293').transitions.find(({ id }) => id === 'closed.passive-open')
    expect(Object.keys(entry ?? {}).sort()).toEqual(['cite', 'emits', 'figure5', 'from', 'id', 'on', 'to'])
  })
})
