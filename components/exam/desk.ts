import type { Draft } from '@/components/practice/draft'
import type { ExamState, QuestionState } from '@/lib/assessment/exam-state'
import type { Given } from '@/lib/items/shown'
import type { PresentedItem } from '@/lib/words/presented-item'
import { draftFrom } from './draft-from'
import type { LocalCopy } from './local-copy'
import type { Ask, Told } from './send-change'

/** What the page shows of one question. */
/** What became of a change on its way to the server. */
type Saving = 'saved' | 'saving' | 'failed'

export type QuestionView = {
  readonly draft: Draft | null
  readonly answered: boolean
  readonly flagged: boolean
  /** Of its answer and its flag. */
  readonly saving: Saving
}

export type Snapshot = {
  readonly questions: readonly QuestionView[]
  /** Of all of them. */
  readonly saving: Saving
  /** Questions that were changed in another tab or on another device, too. */
  readonly elsewhere: readonly number[]
  readonly phase: 'running' | 'handing in' | 'time up' | 'finished' | 'lost'
  /** The clock stands still; `own` where the reader stopped it and may go on. Null where it runs. */
  readonly pause: 'own' | 'staff' | null
  /** The minutes for which the reader may stop the clock yet. */
  readonly breakMinutes: number
}

export type DeskParts = {
  readonly items: readonly (PresentedItem | null)[]
  readonly state: ExamState
  readonly ask: Ask
  readonly copy: LocalCopy
  /** A clock that only runs forward, in milliseconds, from wherever: the device's date is never asked. */
  readonly clock: () => number
  readonly makeId: () => string
  /**
   * Has it told how the exam stands when staff have changed a clock, and whether the server would tell; gives what ends that.
   * Null where nobody changes anything from outside, as in a mock exam.
   */
  readonly hear: ((tell: (state: ExamState) => void, isHeard: (is: boolean) => void) => () => void) | null
}

type Unsaved = { readonly id: string; readonly madeAt: number }

type Question = {
  draft: Draft | null
  given: Given | null
  revision: number
  unsaved: Unsaved | null
  flagged: boolean
  flagRevision: number
  unsavedFlag: Unsaved | null
}

/** How long a change waits for the next before it is sent; well under the two seconds in which it must be saved. */
const settleMs = 600
const slowestRetryMs = 10_000
/** How often the clock is asked for: where the server tells of changes, or there are none; and where it cannot tell. */
const syncMs = 10_000
const unheardSyncMs = 4000

/**
 * Keeps one page of a running exam in step with the server: what is answered and flagged here goes there, what was changed
 * elsewhere comes here, and the clock is the server's. It knows no React; the page subscribes to it.
 */
export function createDesk({ items, state, ask, copy, clock, makeId, hear: hearServer }: DeskParts) {
  const me = makeId()
  const submission = makeId()
  const listeners = new Set<() => void>()
  const questions = state.questions.map((known, position) => open(known, position))
  const initial: Snapshot = {
    questions: state.questions.map((known, position) => viewOf(adopted(known, position), false)),
    saving: 'saved',
    elsewhere: [],
    phase: 'running',
    pause: pauseIn(state, state.now),
    breakMinutes: Math.floor(state.breakLeftMs / 60_000),
  }
  /** What the server said last of the clock. */
  let said: ExamState = state
  /** Server time minus `clock`, and how sure of it we are: half of a round trip is the error. */
  let offset = { ms: state.now - clock(), roundTripMs: Number.POSITIVE_INFINITY }
  let phase: Snapshot['phase'] = 'running'
  let isFailing = false
  let retryMs = 500
  let elsewhere: readonly number[] = []
  let pumping: Promise<void> | null = null
  let settling: ReturnType<typeof setTimeout> | undefined
  const serverNow = () => clock() + offset.ms
  let snapshot = see()

  function adopted(known: QuestionState, position: number): Question {
    const item = items[position]
    return {
      draft: item ? draftFrom(item, known.given) : null,
      given: known.given,
      revision: known.revision,
      unsaved: null,
      flagged: known.flagged,
      flagRevision: known.flagRevision,
      unsavedFlag: null,
    }
  }

  /** As the server has it, unless this browser kept something newer, or half typed since. */
  function open(known: QuestionState, position: number): Question {
    const kept = copy.read(position)
    const question = adopted(known, position)
    if (kept === null) return question
    const { draft, given, madeAt, unsaved } = kept
    if (unsaved !== null && madeAt >= known.at) return { ...question, draft, given, unsaved: { id: unsaved, madeAt } }
    return kept.revision === known.revision && unsaved === null ? { ...question, draft } : question
  }

  function see(): Snapshot {
    return {
      questions: questions.map((question) => viewOf(question, isFailing)),
      saving: questions.some(isUnsaved) ? (isFailing ? 'failed' : 'saving') : 'saved',
      elsewhere,
      phase,
      pause: pauseIn(said, serverNow()),
      breakMinutes: Math.floor(said.breakLeftMs / 60_000),
    }
  }

  function emit() {
    snapshot = see()
    for (const listener of listeners) listener()
  }

  const secondsLeft = () => secondsLeftIn(said, serverNow())

  /** Sends or asks, and takes the clock and the changes of others from the answer. */
  async function talk(...request: Parameters<Ask>): Promise<Told> {
    const sentAt = clock()
    const told = await ask(...request)
    const heard = told.kind === 'unsent' ? undefined : told.state
    if (heard !== undefined) listen(heard, sentAt)
    return told
  }

  function listen(heard: ExamState, sentAt: number) {
    const roundTripMs = clock() - sentAt
    // A quicker answer knows the time better; after a while any answer does, for clocks drift and devices sleep.
    const measured = heard.now - sentAt - roundTripMs / 2
    if (roundTripMs <= 2 * offset.roundTripMs || Math.abs(measured - offset.ms) > roundTripMs) {
      offset = { ms: measured, roundTripMs }
    }
    adopt(heard)
  }

  /** What is in force, whoever said it: an answer, or the server by itself. */
  function adopt(heard: ExamState) {
    said = heard
    for (const [position, known] of heard.questions.entries()) hear(known, position)
    if (heard.finished) finish()
    emit()
  }

  function hear(known: QuestionState, position: number) {
    const question = questions[position]
    if (question === undefined) return
    if (known.flagRevision > question.flagRevision) {
      question.flagRevision = known.flagRevision
      if (question.unsavedFlag === null) question.flagged = known.flagged
    }
    if (known.revision <= question.revision) return
    question.revision = known.revision
    if (known.by === me) return
    elsewhere = [...new Set([...elsewhere, position])]
    // What was made later is in force, here or there.
    if (question.unsaved !== null && question.unsaved.madeAt > known.at) return
    Object.assign(question, { draft: adopted(known, position).draft, given: known.given, unsaved: null })
    remember(position)
  }

  function finish() {
    phase = 'finished'
    copy.clear()
  }

  function remember(position: number) {
    const question = questions[position]
    if (question === undefined) return
    const { draft, given, revision, unsaved } = question
    copy.write(position, { draft, given, revision, madeAt: unsaved?.madeAt ?? 0, unsaved: unsaved?.id ?? null })
  }

  /** Sends what is unsaved, one after another, until all is or the network fails. */
  function pump(): Promise<void> {
    clearTimeout(settling)
    settling = undefined
    pumping ??= sendAll().finally(() => {
      pumping = null
      emit()
    })
    return pumping
  }

  async function sendAll() {
    for (;;) {
      const position = questions.findIndex(isUnsaved)
      const question = questions[position]
      if (question === undefined || phase === 'finished' || phase === 'lost') return
      const told = question.unsaved === null ? await sendFlag(question, position) : await sendDraft(question, position)
      isFailing = told.kind === 'unsent'
      // What came too late for the clock that stands still is sent when it runs again.
      if (told.kind === 'unsent' || (told.kind === 'refused' && told.error === 'paused')) {
        settling = setTimeout(() => void pump(), retryMs)
        retryMs = Math.min(2 * retryMs, slowestRetryMs)
        return
      }
      retryMs = 500
      if (told.kind === 'refused' && told.error === 'finished') finish()
      if (told.kind === 'refused' && told.error === 'no such exam') phase = 'lost'
      emit()
    }
  }

  async function sendDraft(question: Question, position: number): Promise<Told> {
    const { unsaved, given, revision } = question
    if (unsaved === null) return { kind: 'unsent' }
    const change = { id: unsaved.id, by: me, position, revision: revision + 1 }
    const told = await talk('/drafts', { ...change, given })
    const isSettled = told.kind === 'told' || (told.kind === 'refused' && !['older', 'paused'].includes(told.error))
    if (question.unsaved?.id === unsaved.id) {
      // Refused as older and still ours to say: it follows what we now know, under another id.
      if (told.kind === 'refused' && told.error === 'older') question.unsaved = { ...unsaved, id: makeId() }
      if (isSettled) question.unsaved = null
    }
    if (told.kind !== 'unsent') remember(position)
    return told
  }

  async function sendFlag(question: Question, position: number): Promise<Told> {
    const { unsavedFlag, flagged, flagRevision } = question
    if (unsavedFlag === null) return { kind: 'unsent' }
    const told = await talk('/flags', { id: unsavedFlag.id, by: me, position, revision: flagRevision + 1, flagged })
    if (question.unsavedFlag?.id === unsavedFlag.id) {
      if (told.kind === 'refused' && told.error === 'older') question.unsavedFlag = { ...unsavedFlag, id: makeId() }
      else if (told.kind === 'told' || (told.kind === 'refused' && told.error !== 'paused')) question.unsavedFlag = null
    }
    return told
  }

  /** Saves now what is not saved: the focus or the question changes. */
  function flush() {
    if (!isFailing && settling !== undefined) void pump()
  }

  function isOpen(): boolean {
    return phase === 'running' && secondsLeft() !== 0 && pauseIn(said, serverNow()) === null
  }

  function start(): () => void {
    let shown = secondsLeft()
    let pausedAt = 0
    let isHeard = hearServer === null
    const sync = () => {
      pausedAt = clock()
      void talk('').then((told) => {
        if (told.kind === 'refused') phase = 'lost'
        emit()
      })
      void pump()
    }
    const tick = setInterval(() => {
      const left = secondsLeft()
      if (left === 0 && phase === 'running') {
        phase = 'time up'
        void pump()
      }
      // After the end the server closes the attempt: ask each second, until it says so.
      const everyMs = phase === 'time up' ? 1000 : isHeard ? syncMs : unheardSyncMs
      if (phase !== 'finished' && phase !== 'lost' && clock() - pausedAt > everyMs) sync()
      if (left !== shown || snapshot.pause !== pauseIn(said, serverNow())) emit()
      shown = left
    }, 200)
    const change = () => (document.visibilityState === 'visible' ? sync() : void pump())
    const deaf = hearServer?.(
      // What travelled longer than what has been heard since is older.
      (state) => {
        if (state.now >= said.now) adopt(state)
      },
      (is) => {
        isHeard = is
      },
    )
    document.addEventListener('visibilitychange', change)
    document.addEventListener('focusout', flush)
    window.addEventListener('online', sync)
    window.addEventListener('pagehide', pump)
    sync()
    return () => {
      clearInterval(tick)
      deaf?.()
      document.removeEventListener('visibilitychange', change)
      document.removeEventListener('focusout', flush)
      window.removeEventListener('online', sync)
      window.removeEventListener('pagehide', pump)
    }
  }

  let stop: (() => void) | undefined
  return {
    initial: () => initial,
    snapshot: () => snapshot,
    secondsLeft,
    initialSecondsLeft: () => secondsLeftIn(state, state.now),
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      stop ??= start()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
    /** Takes what is answered now; `given` is null as long as it is no answer. */
    answer(position: number, draft: Draft | null, given: Given | null) {
      const question = questions[position]
      if (question === undefined || !isOpen()) return
      const isNew = JSON.stringify(given) !== JSON.stringify(question.given)
      question.draft = draft
      question.given = given
      elsewhere = elsewhere.filter((other) => other !== position)
      if (isNew) question.unsaved = { id: makeId(), madeAt: serverNow() }
      if (isNew) settling ??= setTimeout(() => void pump(), settleMs)
      remember(position)
      emit()
    },
    flag(position: number, flagged: boolean) {
      const question = questions[position]
      if (question === undefined || !isOpen()) return
      question.flagged = flagged
      question.unsavedFlag = { id: makeId(), madeAt: serverNow() }
      settling ??= setTimeout(() => void pump(), settleMs)
      emit()
    },
    flush,
    /** The answers that the server has not got, as they would be sent next. */
    unsaved: () =>
      questions.flatMap(({ unsaved, given, revision }, position) =>
        unsaved === null ? [] : [{ id: unsaved.id, position, revision: revision + 1, given }],
      ),
    /** Stops the clock for a break of one's own, after saving everything; or lets it run again. */
    async takeBreak() {
      await pump()
      await talk('/pause', { id: makeId() })
    },
    /** Leaves the questions before this one for good, where there is no way back. */
    async reach(position: number) {
      await pump()
      await talk('/places', { id: makeId(), position })
    },
    async goOn() {
      await talk('/resumption', { id: makeId() })
    },
    /** Saves everything and hands in; goes back to running where the server can't be reached. */
    async handIn() {
      if (phase !== 'running') return
      phase = 'handing in'
      emit()
      await pump()
      const isSaved = see().saving === 'saved'
      const told = isSaved && phase === 'handing in' ? await talk('/submission', { id: submission }) : null
      if (phase === 'handing in' && told?.kind !== 'told') {
        phase = 'running'
        isFailing = true
      }
      emit()
    },
  }
}

export type Desk = ReturnType<typeof createDesk>

function isUnsaved({ unsaved, unsavedFlag }: Question): boolean {
  return unsaved !== null || unsavedFlag !== null
}

function viewOf(question: Question, isFailing: boolean): QuestionView {
  const { draft, given, flagged } = question
  const saving = isUnsaved(question) ? (isFailing ? 'failed' : 'saving') : 'saved'
  return { draft, answered: given !== null, flagged, saving }
}

/** Whether the clock stands still at this instant, and through whom. */
function pauseIn({ pausedUntil, isOwnBreak }: ExamState, now: number): Snapshot['pause'] {
  if (pausedUntil === null || now >= pausedUntil) return null
  return isOwnBreak ? 'own' : 'staff'
}

/** What is left, in whole seconds; null where nothing ends it. While the clock stands still it stays what it was. */
function secondsLeftIn({ endsAt, pausedUntil }: ExamState, now: number): number | null {
  if (endsAt === null) return null
  return Math.max(0, Math.ceil((endsAt - Math.max(now, pausedUntil ?? now)) / 1000))
}
