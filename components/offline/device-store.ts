import type { DeviceReview, Taken } from '@/lib/offline/taken'

/**
 * What this device holds: the cards that it took along for one person, and the reviews of all who have reviewed on it, in
 * the order in which they were done.
 */
export type Held = { readonly taken: Taken | null; readonly reviews: readonly DeviceReview[] }

export type DeviceStore = {
  read(): Promise<Held>
  /** Keeps the cards in place of those before; reviews that are sent are in them by now, and forgotten. */
  keepTaken(taken: Taken): Promise<void>
  /** Lets the cards go, and the reviews that are sent. What waits, or was refused, stays for whose it is. */
  dropTaken(): Promise<void>
  /** Resolves when the review is on disk. */
  addReview(review: DeviceReview): Promise<void>
  /** Keeps what became of reviews, each known by its id. */
  changeReviews(reviews: readonly DeviceReview[]): Promise<void>
  removeReviews(ids: readonly string[]): Promise<void>
  /** Leaves neither cards nor reviews of a person. */
  forget(owner: string): Promise<void>
}

const cards = 'taken'
const outbox = 'reviews'

/**
 * The browser's own database. What it keeps is of this form alone: with another form comes another version. No form before
 * this one was ever released; of this one, the outbox is to be carried over.
 */
export function openDeviceStore(): DeviceStore {
  let opened: Promise<IDBDatabase> | null = null

  async function transact<T>(mode: IDBTransactionMode, act: (taken: IDBObjectStore, reviews: IDBObjectStore) => T) {
    opened ??= open(() => {
      opened = null
    })
    // The browser may refuse today and not tomorrow.
    const database = await opened.catch((error: unknown) => {
      opened = null
      throw error
    })
    return new Promise<T>((resolve, reject) => {
      const transaction = database.transaction([cards, outbox], mode, { durability: 'strict' })
      const result = act(transaction.objectStore(cards), transaction.objectStore(outbox))
      transaction.oncomplete = () => resolve(result)
      transaction.onabort = () => reject(transaction.error ?? new Error('Cannot keep this on the device'))
    })
  }

  return {
    async read() {
      const read = await transact('readonly', (taken, reviews) => ({
        taken: taken.get(cards),
        reviews: reviews.getAll(),
      }))
      return { taken: (read.taken.result as Taken | undefined) ?? null, reviews: read.reviews.result as DeviceReview[] }
    },
    async keepTaken(taken) {
      await transact('readwrite', (store, reviews) => {
        store.put(taken, cards)
        dropSent(reviews)
      })
    },
    async dropTaken() {
      await transact('readwrite', (store, reviews) => {
        store.clear()
        dropSent(reviews)
      })
    },
    async addReview(review) {
      await transact('readwrite', (_, reviews) => reviews.add(review))
    },
    async changeReviews(changed) {
      await transact('readwrite', (_, reviews) => {
        const byId = new Map(changed.map((review) => [review.sent.id, review]))
        forEach(reviews, (cursor) => {
          const review = byId.get((cursor.value as DeviceReview).sent.id)
          if (review !== undefined) cursor.update(review)
        })
      })
    },
    async removeReviews(ids) {
      await transact('readwrite', (_, reviews) => {
        forEach(reviews, (cursor) => {
          if (ids.includes((cursor.value as DeviceReview).sent.id)) cursor.delete()
        })
      })
    },
    async forget(owner) {
      await transact('readwrite', (taken, reviews) => {
        forEach(taken, (cursor) => {
          if ((cursor.value as Taken).owner === owner) cursor.delete()
        })
        forEach(reviews, (cursor) => {
          if ((cursor.value as DeviceReview).owner === owner) cursor.delete()
        })
      })
    },
  }
}

function open(closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('timewait', 2)
    request.onupgradeneeded = () => {
      for (const name of request.result.objectStoreNames) request.result.deleteObjectStore(name)
      request.result.createObjectStore(cards)
      request.result.createObjectStore(outbox, { autoIncrement: true })
    }
    request.onsuccess = () => {
      // Another tab with another form must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close()
        closed()
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('Cannot open the database of this browser'))
  })
}

function dropSent(reviews: IDBObjectStore): void {
  forEach(reviews, (cursor) => {
    if ((cursor.value as DeviceReview).status === 'sent') cursor.delete()
  })
}

function forEach(store: IDBObjectStore, act: (cursor: IDBCursorWithValue) => void): void {
  const request = store.openCursor()
  request.onsuccess = () => {
    const { result: cursor } = request
    if (cursor === null) return
    act(cursor)
    cursor.continue()
  }
}
