import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listActiveItems } from './active-items'
import { type DerivedBank, seedBank } from './bank'
import { noLongerDerived } from './compare-bank'
import { selectItem } from './item'
import { openTemporaryStore, type TemporaryStore } from './temporary-store'

let store: TemporaryStore
beforeEach(async () => {
  store = await openTemporaryStore()
})
afterEach(() => store.close())

const monday = new Date('2026-11-23T08:00:00.000Z')
const tuesday = new Date('2026-11-24T08:00:00.000Z')
const facts = [
  { id: 'f1', topic: 'opening', kind: 'row', level: 1 },
  { id: 'f2', topic: 'closing', kind: 'row', level: 2 },
]
type DerivedItem = DerivedBank['items'][number]
const item = (id: string, factId: string, body: unknown = { situation: 'LISTEN' }): DerivedItem => {
  const fact = facts.find((candidate) => candidate.id === factId)
  return { id, factId, kind: 'next-state', topic: fact?.topic ?? '', level: 1, body }
}
const bank = (fingerprint: string, items: readonly DerivedItem[]): DerivedBank => ({ facts, items, fingerprint })
const activeIds = async () => (await listActiveItems()).map(({ id }) => id)

describe('seedBank', () => {
  test('adds what is new', async () => {
    const seeded = await seedBank(bank('one', [item('a', 'f1'), item('b', 'f2')]), monday)
    expect(seeded).toEqual({ kind: 'seeded', added: 2, changed: 0, returned: 0, retired: 0 })
    expect(await selectItem('a')).toEqual({ ...item('a', 'f1'), version: 1, retiredAt: null })
  })

  test('does nothing where the fingerprint is the stored one', async () => {
    await seedBank(bank('one', [item('a', 'f1')]), monday)
    expect(await seedBank(bank('one', []), tuesday)).toEqual({ kind: 'unchanged' })
    expect(await activeIds()).toEqual(['a'])
  })

  test('changes nothing where the same items come under another fingerprint', async () => {
    await seedBank(bank('one', [item('a', 'f1'), item('b', 'f2')]), monday)
    const before = await store.database.prisma.item.findMany()
    const seeded = await seedBank(bank('two', [item('b', 'f2'), item('a', 'f1')]), tuesday)
    expect(seeded).toEqual({ kind: 'seeded', added: 0, changed: 0, returned: 0, retired: 0 })
    expect(await store.database.prisma.item.findMany()).toEqual(before)
  })

  test('replaces an item that differs and keeps when it was made', async () => {
    await seedBank(bank('one', [item('a', 'f1')]), monday)
    const seeded = await seedBank(bank('two', [item('a', 'f1', { situation: 'CLOSED' })]), tuesday)
    expect(seeded).toEqual({ kind: 'seeded', added: 0, changed: 1, returned: 0, retired: 0 })
    const stored = await store.database.prisma.item.findUniqueOrThrow({ where: { id: 'a' } })
    expect(stored).toMatchObject({ version: 2, body: '{"situation":"CLOSED"}', createdAt: monday })
  })

  test('retires what is no longer derived and brings it back when it is again', async () => {
    await seedBank(bank('one', [item('a', 'f1'), item('b', 'f2')]), monday)
    expect(await seedBank(bank('two', [item('a', 'f1')]), tuesday)).toMatchObject({ retired: 1 })
    expect(await activeIds()).toEqual(['a'])
    const retired = await store.database.prisma.item.findUniqueOrThrow({ where: { id: 'b' } })
    expect(retired).toMatchObject({ retiredAt: tuesday, retiredWhy: noLongerDerived })
    expect(await seedBank(bank('one', [item('a', 'f1'), item('b', 'f2')]), tuesday)).toMatchObject({ returned: 1 })
    expect(await activeIds()).toEqual(['a', 'b'])
  })

  test('leaves an item retired that was retired for another reason', async () => {
    await seedBank(bank('one', [item('a', 'f1')]), monday)
    await store.database.prisma.item.update({
      where: { id: 'a' },
      data: { retiredAt: monday, retiredWhy: 'ambiguous' },
    })
    expect(await seedBank(bank('two', [item('a', 'f1')]), tuesday)).toMatchObject({ returned: 0 })
    expect(await activeIds()).toEqual([])
  })

  test('is all or nothing', async () => {
    await seedBank(bank('one', [item('a', 'f1')]), monday)
    await expect(seedBank(bank('two', [item('b', 'f1'), item('c', 'no such fact')]), tuesday)).rejects.toThrow()
    expect(await activeIds()).toEqual(['a'])
    expect(await seedBank(bank('one', []), tuesday)).toEqual({ kind: 'unchanged' })
  })

  test('takes a bank of 1,500 items', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => item(`item-${i}`, i % 2 ? 'f1' : 'f2'))
    expect(await seedBank(bank('many', many), monday)).toMatchObject({ added: 1500 })
    expect(await seedBank(bank('none', []), tuesday)).toMatchObject({ retired: 1500 })
    expect(await seedBank(bank('many', many), tuesday)).toMatchObject({ returned: 1500 })
    expect((await listActiveItems()).length).toBe(1500)
  })
})

test('selectItem throws where there is none', async () => {
  await expect(selectItem('nothing')).rejects.toThrow()
})

test('listActiveItems sees what is retired and brought back without a seeding', async () => {
  await seedBank(bank('one', [item('a', 'f1'), item('b', 'f2')]), monday)
  expect(await activeIds()).toEqual(['a', 'b'])
  const retire = (id: string, retiredAt: Date | null) =>
    store.database.prisma.item.update({ where: { id }, data: { retiredAt, retiredWhy: 'ambiguous' } })
  await retire('a', monday)
  expect(await activeIds()).toEqual(['b'])
  await retire('a', null)
  expect(await activeIds()).toEqual(['a', 'b'])
})

test('listActiveItems is empty before the first seeding', async () => {
  expect(await listActiveItems()).toEqual([])
})
