import { describe, expect, it } from 'vitest'
import { canon } from '../../misconceptions/machine'
import type { Event } from '../../tcp/events'
import { believers, findBeliever } from './believers'
import { distinguish } from './distinguish'

const nameOf = (event: Event) =>
  event.kind === 'segment' ? event.segment.ctl.join(',') : event.kind === 'call' ? event.call : event.timeout

function between(id: string, other = 'canon') {
  const machine = findBeliever(id)
  const rival = other === 'canon' ? canon : findBeliever(other)
  if (machine === undefined || rival === undefined) throw new Error(`No mutant ${id} or ${other}`)
  const found = distinguish(rival, machine)
  return found === null ? null : [...found.events.map(nameOf), ...found.ends.map(({ end }) => end.state)].join(' ')
}

describe('the shortest sequence on which two machines differ', () => {
  it.each([
    ['closed-port-is-silent', 'SYN CLOSED CLOSED'],
    ['syn-received-is-the-clients', 'OPEN SYN,ACK ESTABLISHED SYN-RECEIVED'],
    ['accept-does-the-handshake', 'OPEN SYN ACK ESTABLISHED SYN-RECEIVED'],
    ['fin-with-our-ack-leads-to-closing', 'OPEN SYN CLOSE FIN,ACK TIME-WAIT CLOSING'],
    ['last-ack-leads-to-time-wait', 'OPEN SYN FIN,ACK CLOSE ACK CLOSED TIME-WAIT'],
    ['time-wait-is-on-the-passive-side', 'OPEN SYN CLOSE ACK FIN,ACK TIME-WAIT CLOSED'],
  ])('of the canon and %s', (id, found) => {
    expect(between(id)).toBe(found)
  })

  it('of two beliefs about the same cell ends in three states, one by each', () => {
    expect(between('crossed-fin-leads-to-close-wait', 'crossed-fin-leads-to-time-wait')).toBe(
      'OPEN SYN CLOSE FIN,ACK TIME-WAIT CLOSE-WAIT',
    )
  })

  it('is none of a machine and itself, nor where a belief is of other things than what one endpoint does', () => {
    expect(distinguish(canon, canon)).toBeNull()
    expect(between('half-open-is-syn-received')).toBeNull()
    expect(between('established-when-third-segment-is-sent')).toBeNull()
  })

  it('is none where the RFC leaves open what is so, unless that is wanted', () => {
    const machine = findBeliever('syn-received-takes-an-old-ack')
    if (machine === undefined) throw new Error('No such mutant')
    expect(distinguish(canon, machine)).toBeNull()
    expect(distinguish(canon, machine, true)?.ends.map(({ end }) => end.state)).toEqual(['SYN-RECEIVED', 'ESTABLISHED'])
  })

  it('is found for every mutant that edits a cell which can be reached and is not disputed', () => {
    const edited = believers.filter(({ machine }) => (machine.mutant.edits ?? []).length > 0)
    const without = edited.filter(({ machine }) => distinguish(canon, machine) === null).map(({ id }) => id)
    expect(without).toEqual(['time-wait-sends-nothing', 'syn-received-takes-an-old-ack'])
  })
})
