import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../review/settings'
import { findNextFlip } from '../review/flip'
import { findLearner, type LearnerToday } from '../review/learner'
import { listDeck } from '../review/list-deck'
import { recordReview } from '../review/record-review'
import { countResting, listResting } from '../review/resting'
import { resumeCards } from '../review/suspend'
import { addUser, openTemporaryStore, type TemporaryStore } from '../temporary-store'
import { addDeck, deleteDeck, findDeck, listDecks, renameDeck } from './deck'
import { deleteNote } from './delete-note'
import { findNote, findNotes, searchNotes } from './note'
import { addNote, changeNote, mostNotes } from './write-note'

let store: TemporaryStore
let learner: LearnerToday
beforeAll(async () => {
  store = await openTemporaryStore()
  learner = await findLearner({ userId: undefined, settings: defaultSettings, foundTimeZone: 'UTC', now })
})
afterAll(() => store.close())

const now = new Date('2026-11-23T12:00:00.000Z')

let users = 0
const newUser = () => {
  users += 1
  return addUser(store.database, `writer ${users}`)
}

async function write(userId: string, front: string, deckId: string | null = null): Promise<string> {
  const written = await addNote({ userId, front, back: `${front} back`, deckId, now })
  if (written.kind === 'refused') throw new Error(written.error)
  return written.id
}

async function deckOf(userId: string, name: string): Promise<string> {
  const deck = await addDeck({ userId, name, now })
  if (deck.kind === 'refused') throw new Error(deck.error)
  return deck.id
}

describe('a note', () => {
  it('is a card at once, and is found, searched and changed by its writer alone', async () => {
    const [ada, eve] = [await newUser(), await newUser()]
    const deckId = await deckOf(ada, 'Mine')
    const id = await write(ada, 'Was ist LISTEN?', deckId)
    expect(await findNote({ userId: ada, id })).toMatchObject({ front: 'Was ist LISTEN?', deckId, deckName: 'Mine' })
    expect(await findNote({ userId: eve, id })).toBe(undefined)
    expect((await findNotes(eve, [id])).size).toBe(0)
    expect([...(await searchNotes(ada, 'listen'))]).toEqual([id])
    expect([...(await searchNotes(ada, '%'))]).toEqual([])
    const other = await write(ada, 'Überlauf')
    expect([...(await searchNotes(ada, 'überl'))]).toEqual([other])
    expect([...(await searchNotes(eve, 'listen'))]).toEqual([])
    const changed = { front: 'a', back: 'b', deckId: null, now }
    expect(await changeNote(id, { ...changed, userId: eve })).toEqual({ kind: 'refused', error: 'no such card' })
    expect(await changeNote(id, { ...changed, userId: ada })).toEqual({ kind: 'written', id })
    expect(await findNote({ userId: ada, id })).toMatchObject({ front: 'a', back: 'b', deckId: null })
  })

  it('is refused in the deck of somebody else, and beyond the most', async () => {
    const [ada, eve] = [await newUser(), await newUser()]
    const deckId = await deckOf(eve, 'Theirs')
    const refused = { kind: 'refused', error: 'no such deck' }
    expect(await addNote({ userId: ada, front: 'a', back: 'b', deckId, now })).toEqual(refused)
    const id = await write(ada, 'a')
    expect(await changeNote(id, { userId: ada, front: 'a', back: 'b', deckId, now })).toEqual(refused)
    const many = Array.from({ length: mostNotes - 1 }, () => ({ id: randomUUID(), front: 'x', back: 'y' }))
    const times = { createdAt: now, changedAt: now, userId: ada }
    await store.database.prisma.note.createMany({ data: many.map((note) => ({ ...note, ...times })) })
    const tooMany = { kind: 'refused', error: 'too many' }
    expect(await addNote({ userId: ada, front: 'a', back: 'b', deckId: null, now })).toEqual(tooMany)
  })

  it('that is deleted leaves its log, and not a word', async () => {
    const [ada, eve] = [await newUser(), await newUser()]
    const id = await write(ada, 'secret')
    const { flip } = await findNextFlip({ userId: ada, learner, now, deck: { kind: 'mine' }, onScreen: null })
    const cardId = flip?.card.id ?? ''
    const evidence = { right: true, helped: false, sure: false, tookMs: 1 }
    const review = { id: randomUUID(), userId: ada, cardId, at: now, day: learner.today, receivedAt: now, item: null }
    await recordReview({ ...review, given: null, evidence, selfRating: 'good', siblings: [] }, learner)
    expect(await deleteNote({ userId: eve, id, now })).toEqual({ kind: 'refused', error: 'no such card' })
    expect(await deleteNote({ userId: ada, id, now })).toEqual({ kind: 'deleted' })
    expect(await deleteNote({ userId: ada, id, now })).toEqual({ kind: 'refused', error: 'no such card' })
    expect(await findNote({ userId: ada, id })).toBe(undefined)
    expect(await resumeCards({ userId: ada, cardIds: [cardId], now })).toEqual({ kind: 'changed', count: 0 })
    expect((await listDeck(ada, { kind: 'all' }))?.places).toEqual([])
    expect(await store.database.prisma.review.count({ where: { cardId } })).toBe(1)
    expect(await store.database.prisma.note.findUnique({ where: { id } })).toMatchObject({ front: '', back: '' })
  })

  it('that rests as a leech is listed with its front until it is deleted', async () => {
    const [ada, eve] = [await newUser(), await newUser()]
    const id = await write(ada, 'front')
    await store.database.prisma.card.updateMany({ where: { noteId: id }, data: { restedAt: now, lapses: 6 } })
    expect(await listResting(ada)).toMatchObject([{ factId: null, note: { id, front: 'front' }, lapses: 6, wrong: [] }])
    expect([await countResting(ada), await countResting(eve)]).toEqual([1, 0])
    await deleteNote({ userId: ada, id, now })
    expect([await listResting(ada), await countResting(ada)]).toEqual([[], 0])
  })
})

describe('a card', () => {
  it('is about a fact or about a note, never about both or neither', async () => {
    const ada = await newUser()
    const noteId = await write(ada, 'a')
    await store.database.prisma.fact.create({ data: { id: 'f', topic: 'open', kind: 'rule', level: 1 } })
    const columns = { source: 'set', createdAt: now, rank: 1, userId: ada }
    const { prisma } = store.database
    await expect(prisma.card.create({ data: { id: randomUUID(), ...columns } })).rejects.toThrow()
    await prisma.card.deleteMany({ where: { noteId } })
    await expect(prisma.card.create({ data: { id: randomUUID(), ...columns, factId: 'f', noteId } })).rejects.toThrow()
    expect(await prisma.card.count({ where: { userId: ada } })).toBe(0)
    await prisma.card.create({ data: { id: randomUUID(), ...columns, noteId } })
  })
})

describe('a deck of one’s own', () => {
  it('has a name that no other of its owner has, and is found by them alone', async () => {
    const [ada, eve] = [await newUser(), await newUser()]
    const id = await deckOf(ada, 'Exam')
    const other = await deckOf(ada, 'Other')
    await deckOf(eve, 'Exam')
    expect(await addDeck({ userId: ada, name: 'Exam', now })).toEqual({ kind: 'refused', error: 'taken' })
    expect(await renameDeck({ userId: ada, id: other, name: 'Exam' })).toEqual({ kind: 'refused', error: 'taken' })
    expect(await renameDeck({ userId: ada, id, name: 'Exam' })).toEqual({ kind: 'kept', id })
    expect(await renameDeck({ userId: eve, id, name: 'X' })).toEqual({ kind: 'refused', error: 'no such deck' })
    expect(await findDeck({ userId: eve, id })).toBe(undefined)
    expect(await listDeck(eve, { kind: 'own', id })).toBe(undefined)
    expect(await listDeck(undefined, { kind: 'own', id })).toBe(undefined)
    expect((await listDecks(ada)).map(({ name }) => name)).toEqual(['Exam', 'Other'])
  })

  it('that is deleted leaves its cards', async () => {
    const [ada, eve] = [await newUser(), await newUser()]
    const id = await deckOf(ada, 'Exam')
    const noteId = await write(ada, 'a', id)
    expect((await findDeck({ userId: ada, id }))?.count).toBe(1)
    expect(await deleteDeck({ userId: eve, id })).toEqual({ kind: 'refused', error: 'no such deck' })
    expect((await findNote({ userId: ada, id: noteId }))?.deckId).toBe(id)
    expect(await deleteDeck({ userId: ada, id })).toEqual({ kind: 'kept', id })
    expect((await listDeck(ada, { kind: 'mine' }))?.places.map((place) => place.noteId)).toEqual([noteId])
  })
})
