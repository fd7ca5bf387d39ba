import type { AheadReply, BatchReply } from '@/lib/offline/exchange'
import type { DeviceReview, Taken } from '@/lib/offline/taken'
import type { Rating } from '@/lib/review/rating'
import type { Asked } from './ask-server'
import type { DeviceStore, Held } from './device-store'
import type { Mark } from './mark'

/** What this device holds of whoever reads the page, and how it stands with the server. */
export type DeviceView = Held & {
  /** Whether it is known yet what the device holds. */
  readonly isRead: boolean
  /** Whether the server answered when it was last asked. */
  readonly server: 'unknown' | 'reached' | 'unreached'
  /** The reviews that were sent since the page came. */
  readonly sentCount: number
  /** The browser keeps nothing; or these were the cards of somebody who is signed in no more. */
  readonly trouble: 'no storage' | 'signed out' | null
}

export type DeviceParts = {
  readonly store: DeviceStore
  readonly askAhead: (body: unknown) => Promise<Asked<AheadReply>>
  readonly sendBatch: (body: unknown) => Promise<Asked<BatchReply>>
  /** Makes a device's answer of the server's reply; loaded when needed. */
  readonly takeAlong: (held: Taken | null, reply: AheadReply, byDevice: number) => Promise<Taken>
  /** The build of the app: cards that another one took along are asked for anew. */
  readonly build: string
  /** The device's own clock, in milliseconds since 1970. */
  readonly clock: () => number
  readonly later: (act: () => void, ms: number) => void
  /** Notes for the next page whose cards are here, and whose reviews wait; null where there is neither. */
  readonly note: (mark: Mark | null) => void
}

/** What became of a learner's own rating: it counts; the review had been sent without it, and counts as `rating`. */
export type Rated =
  | { readonly kind: 'rated' }
  | { readonly kind: 'too late'; readonly rating: Rating | null }
  | { readonly kind: 'not kept' }

const firstRetryMs = 2000
const slowestRetryMs = 60_000
const atOnce = 50

export type Device = ReturnType<typeof createDevice>

/**
 * What this device has taken along and reviewed, kept in step with the server: reviews are sent first, then the cards are
 * taken along anew, by one exchange at a time. It knows no React; pages subscribe to it.
 */
export function createDevice(parts: DeviceParts) {
  const { store, clock } = parts
  const listeners = new Set<() => void>()
  let held: Held = nothingHeld
  let view: DeviceView = nothingKnown
  /** Who is signed in, null for nobody; undefined where the page knows nobody: then it is whose the cards are. */
  let reader: string | null | undefined
  let wanted = false
  let syncing: Promise<void> | null = null
  let again = false
  let retryMs = firstRetryMs
  let isWaiting = false
  let onTheirWay: ReadonlySet<string> = new Set()
  /** The review that is just being taken back: it is not to leave meanwhile. */
  let takenBack: string | null = null
  /** Reviews that a page before this one left without a rating are still to be seen to. */
  let isNew = true

  const whose = () => (reader === undefined ? (held.taken?.owner ?? null) : reader)

  /** What is here of whoever is signed in. */
  function ownHeld(): Held {
    const owner = whose()
    const taken = held.taken?.owner === owner ? held.taken : null
    return { taken, reviews: held.reviews.filter((review) => review.owner === owner) }
  }

  function show(change: Partial<DeviceView>): void {
    view = { ...view, ...change }
    for (const listen of listeners) listen()
  }

  /** Looks anew at what is kept: another tab may have changed it. */
  async function read(): Promise<void> {
    held = await store.read()
    parts.note(markOf(held))
    show({ ...ownHeld(), isRead: true })
  }

  const isKept = async (change: Promise<void>): Promise<boolean> => {
    try {
      await change
      await read()
      return true
    } catch {
      show({ isRead: true, trouble: 'no storage' })
      return false
    }
  }

  const isRead = () => isKept(Promise.resolve())

  /** Sends what waits, then takes the cards along anew. A second call while one is under way is one more after it. */
  function sync(): Promise<void> {
    if (syncing !== null) {
      again = true
      return syncing
    }
    syncing = exchange().finally(() => {
      syncing = null
      onTheirWay = new Set()
      if (again) {
        again = false
        void sync()
      }
    })
    return syncing
  }

  async function exchange(): Promise<void> {
    if (!(await isRead())) return
    if (isNew && !(await leaveUnrated())) return
    isNew = false
    if (held.taken !== null && view.taken === null && !(await isKept(store.dropTaken()))) return
    const outcome = (await sendAll()) && (await takeAnew())
    if (outcome) retryMs = firstRetryMs
    else if (isAlong() || unsentOf(view).length > 0) retry()
  }

  /** Whether whoever is signed in has cards here, or wants them. */
  const isAlong = () => view.taken !== null || wanted

  function retry(): void {
    if (isWaiting) return
    isWaiting = true
    parts.later(() => {
      isWaiting = false
      void sync()
    }, retryMs)
    retryMs = Math.min(retryMs * 2, slowestRetryMs)
  }

  /** Whether all that waited is sent. */
  async function sendAll(): Promise<boolean> {
    for (;;) {
      // Anew each time: another may have signed in meanwhile.
      const owner = whose()
      const some = unsentOf(view)
        .filter(({ sent }) => sent.id !== takenBack)
        .slice(0, atOnce)
      if (owner === null || some.length === 0) break
      const body = { owner, now: clock(), reviews: some.map(({ sent }) => sent) }
      onTheirWay = new Set(some.map(({ sent }) => sent.id))
      const asked = await parts.sendBatch(body)
      if (asked.kind === 'refused') return isGone(asked.error, owner)
      if (asked.kind === 'unreached') return isUnreached()
      const settled = some.flatMap((review, place) => settledBy(review, asked.reply.results[place]))
      const sentCount = view.sentCount + settled.filter(({ status }) => status === 'sent').length
      show({ server: 'reached', sentCount })
      if (settled.length === 0 || !(await isKept(store.changeReviews(settled)))) return false
    }
    if (view.taken !== null) return true
    // There is no fold that would miss them.
    const sent = view.reviews.filter(({ status }) => status === 'sent')
    return sent.length === 0 || isKept(store.removeReviews(idsOf(sent)))
  }

  async function takeAnew(): Promise<boolean> {
    if (!isAlong()) return true
    const { taken } = view
    const owner = whose()
    const known = taken?.build === parts.build ? taken.cards : []
    const byDevice = clock()
    const asked = await parts.askAhead({ held: known.map(({ card, version }) => ({ card, version })) })
    if (asked.kind === 'refused') return isGone(asked.error, owner)
    if (asked.kind === 'unreached') return isUnreached()
    show({ server: 'reached' })
    if (owner !== null && owner !== asked.reply.owner) return isGone('another owner', owner)
    // The network may go before the part of the app that reads the reply has come.
    const along = await parts.takeAlong(taken, asked.reply, byDevice).catch(() => null)
    if (along === null) return isUnreached()
    // They may be wanted no more, or another may have signed in.
    if (!isAlong() || whose() !== owner) return false
    if (reader === null) reader = along.owner
    return isKept(store.keepTaken(along))
  }

  /** Lets the evidence rate what its learner has not: nobody is going to be asked for it any more. */
  async function leaveUnrated(): Promise<boolean> {
    const unrated = held.reviews.filter(({ status }) => status === 'unrated')
    if (unrated.length === 0) return true
    return isKept(store.changeReviews(unrated.map((review) => ({ ...review, status: 'unsent' }))))
  }

  function isUnreached(): false {
    show({ server: 'unreached' })
    return false
  }

  /** Nobody is signed in, or somebody else than `owner`: the cards go, and what waits stays until its owner is back. */
  async function isGone(error: string, owner: string | null): Promise<false> {
    show({ server: 'reached' })
    if ((error !== 'signed out' && error !== 'another owner') || whose() !== owner) return false
    wanted = false
    reader = null
    await isKept(store.dropTaken())
    show({ trouble: 'signed out', sentCount: 0 })
    return false
  }

  return {
    subscribe(listen: () => void) {
      listeners.add(listen)
      return () => {
        listeners.delete(listen)
      }
    },
    view: () => view,
    /** Says who is signed in, null for nobody: of what others have here, nothing is shown and nothing is sent. */
    isFor(owner: string | null): void {
      if (reader === owner) return
      reader = owner
      if (view.isRead) show({ ...ownHeld(), sentCount: 0 })
    },
    initial: () => nothingKnown,
    sync,

    /** Takes cards along from now on, on this device. */
    want(): Promise<void> {
      wanted = true
      return sync()
    },

    /** Puts a review into the outbox. False where the browser does not keep it. */
    add: (review: DeviceReview) => isKept(store.addReview(review)),
    /** Sends what its learner has not rated after all. */
    async leaveUnrated(): Promise<void> {
      if (view.reviews.some(({ status }) => status === 'unrated') && (await leaveUnrated())) await sync()
    },
    /** Rates a review as its learner does; from then on it may be sent. */
    async rate(id: string, rating: Rating): Promise<Rated> {
      if (!(await isRead())) return { kind: 'not kept' }
      const review = view.reviews.find(({ sent }) => sent.id === id)
      if (review?.status !== 'unrated') return { kind: 'too late', rating: review?.rating ?? null }
      const rated: DeviceReview = { ...review, rating, sent: { ...review.sent, rating }, status: 'unsent' }
      return { kind: (await isKept(store.changeReviews([rated]))) ? 'rated' : 'not kept' }
    },
    /** Takes back the last review, and gives it; null without any that is neither sent nor on its way. */
    async undo(): Promise<DeviceReview | null> {
      const last = waitingOf(view).at(-1) ?? null
      if (last === null || onTheirWay.has(last.sent.id)) return null
      takenBack = last.sent.id
      const isTaken = await isKept(store.removeReviews([takenBack]))
      takenBack = null
      return isTaken ? last : null
    },
    /** Puts away the reviews that the server has refused for good. */
    dismiss: () => isKept(store.removeReviews(idsOf(view.reviews.filter(({ status }) => typeof status === 'object')))),
    /** Leaves neither cards nor reviews of a person on this device. */
    async forget(owner: string): Promise<void> {
      wanted = false
      await isKept(store.forget(owner))
      show({ sentCount: 0 })
    },
    /** Removes what waits here for others to sign in. */
    async removeOthers(): Promise<void> {
      if (!(await isRead())) return
      const owner = whose()
      await isKept(store.removeReviews(idsOf(held.reviews.filter((review) => review.owner !== owner))))
    },
  }
}

const nothingHeld: Held = { taken: null, reviews: [] }

const nothingKnown: DeviceView = {
  ...nothingHeld,
  isRead: false,
  server: 'unknown',
  sentCount: 0,
  trouble: null,
}

/** The reviews that wait to be sent, in the order in which they were done. */
export function unsentOf({ reviews }: Pick<Held, 'reviews'>): readonly DeviceReview[] {
  return reviews.filter(({ status }) => status === 'unsent')
}

/** The same with the one that its learner is asked to rate. */
function waitingOf({ reviews }: Pick<Held, 'reviews'>): readonly DeviceReview[] {
  return reviews.filter(({ status }) => status === 'unsent' || status === 'unrated')
}

function idsOf(reviews: readonly DeviceReview[]): readonly string[] {
  return reviews.map(({ sent }) => sent.id)
}

function markOf(held: Held): Mark | null {
  const waiting: Record<string, number> = {}
  for (const { owner } of waitingOf(held)) waiting[owner] = (waiting[owner] ?? 0) + 1
  if (held.taken === null && Object.keys(waiting).length === 0) return null
  return { owner: held.taken?.owner ?? null, waiting }
}

/** A review after the server has spoken; none where it is to be sent again. */
function settledBy(review: DeviceReview, result: BatchReply['results'][number] | undefined): readonly DeviceReview[] {
  if (result === undefined) return []
  if (result.kind !== 'refused') return [{ ...review, status: 'sent' }]
  return result.error === 'busy' ? [] : [{ ...review, status: { refused: result.error } }]
}
