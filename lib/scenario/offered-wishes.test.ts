import { expect, it } from 'vitest'
import { type OfferedWish, offeredWishes } from './offered-wishes'
import { playLink } from './play-link'

function offeredAfter(link: string) {
  const played = playLink(link)
  if (played === undefined) throw new Error(`Cannot play ${link}`)
  return offeredWishes(played)
}

const nameOf = ({ wish }: OfferedWish) =>
  wish.kind === 'call' ? wish.call : wish.kind === 'timeout' ? wish.timeout : wish.kind

const possible = (wishes: readonly OfferedWish[]) => wishes.filter(({ isPossible }) => isPossible).map(nameOf)

const calls = ['passive OPEN', 'active OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT']

it('the same wishes stand in the same places from step to step', () => {
  const [before, after] = [offeredAfter('1cr'), offeredAfter('1er.Ac.d1.d2.Bc.d3')]
  expect(before.A.map(nameOf)).toEqual([...calls, 'user', 'retransmission', 'time-wait', 'crash'])
  expect(after.A.map(nameOf)).toEqual(before.A.map(nameOf))
})

it.each([
  ['1cr', []],
  ['1cr.Aa', ['user', 'retransmission', 'crash']],
  ['1er', ['user', 'crash']],
  ['1er.Ac.d1.d2.Bc.d3', ['user', 'time-wait', 'crash']],
] as const)('after %s every call and %j are possible at A', (link, timers) => {
  expect(possible(offeredAfter(link).A)).toEqual([...calls, ...timers])
})

it('what is delivered next is the oldest segment that nobody holds back', () => {
  expect(offeredAfter('1cr.Aa.Ba.h1').next).toEqual({ kind: 'deliver', number: 2, closing: false })
  expect(offeredAfter('1cr.Aa.h1').next).toBeNull()
})
