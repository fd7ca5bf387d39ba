import { randomUUID } from 'node:crypto'
import { createPost, type Reply } from '../../bench/app/post'
import type { Sitter, Sitting } from '../../bench/app/prepare-class'
import type { Given } from '../../lib/items/shown'

/** One thing that a student's page sends. */
type Act =
  | { readonly kind: 'start' }
  | {
      readonly kind: 'draft'
      readonly id: string
      readonly position: number
      readonly revision: number
      readonly given: Given
    }
  | { readonly kind: 'hand in'; readonly id: string }

/** A student, and what has been acknowledged to them. */
export type UnderFire = {
  readonly sitter: Sitter
  /** Sent, and not acknowledged before the server was gone: it is sent again, as a browser does. */
  pending: Act | null
  started: boolean
  handedIn: boolean
  /** When their clock ends, as they were told first. */
  endsAt: number | null
  /** After how many drafts they hand in: some soon, so that hand-ins are under fire too. */
  readonly draftsBefore: number
  readonly drafts: { readonly id: string; readonly position: number; readonly given: Given }[]
}

export type ClassUnderFire = { readonly assignmentId: string; readonly students: readonly UnderFire[] }

export function classOf({ assignmentId, sitters }: Sitting): ClassUnderFire {
  const students = sitters.map(
    (sitter): UnderFire => ({
      sitter,
      pending: null,
      started: false,
      handedIn: false,
      endsAt: null,
      draftsBefore: 4 + Math.floor(27 * Math.random()),
      drafts: [],
    }),
  )
  return { assignmentId, students }
}

/**
 * Has sixteen students at a time go on with their papers until the server is gone. Calls `acked` at each acknowledgement, and
 * tells `flaws` of a clock that has moved. Throws where the server refuses something.
 */
export async function sitUntilGone(
  port: number,
  { assignmentId, students }: ClassUnderFire,
  { acked, flaws }: { readonly acked: () => void; readonly flaws: string[] },
): Promise<void> {
  const post = createPost(port)
  const waiting = students.filter(({ handedIn }) => !handedIn)
  const line = async () => {
    for (;;) {
      const student = waiting.splice(Math.floor(Math.random() * waiting.length), 1)[0]
      if (student === undefined) return
      const act = student.pending ?? nextAct(student)
      student.pending = act
      const reply = await send(post, assignmentId, student, act)
      if (reply === undefined) return
      student.pending = null
      note(student, act, reply, flaws)
      acked()
      if (!student.handedIn) waiting.push(student)
    }
  }
  await Promise.all(Array.from({ length: 16 }, line))
}

function nextAct({ started, drafts, draftsBefore, sitter }: UnderFire): Act {
  if (!started) return { kind: 'start' }
  if (drafts.length >= draftsBefore) return { kind: 'hand in', id: randomUUID() }
  const position = Math.floor(Math.random() * sitter.givens.length)
  const revision = 1 + drafts.filter((draft) => draft.position === position).length
  const given = sitter.givens[position]
  if (given === undefined) throw new Error('Cannot answer what is not asked')
  return { kind: 'draft', id: randomUUID(), position, revision, given }
}

async function send(
  post: ReturnType<typeof createPost>,
  assignmentId: string,
  { sitter: { cookie, attemptId } }: UnderFire,
  act: Act,
): Promise<Reply | undefined> {
  const exam = `/api/v1/exams/${attemptId}`
  const { kind, ...fields } = act
  const shots = {
    start: { path: `/api/v1/assignments/${assignmentId}/tries`, body: '{"password":"","isHonoured":true}' },
    draft: { path: `${exam}/drafts`, body: JSON.stringify({ ...fields, by: page }) },
    'hand in': { path: `${exam}/submission`, body: JSON.stringify(fields) },
  }
  const reply = await post({ ...shots[kind], cookie }).catch(() => undefined)
  if (reply !== undefined && reply.status >= 300) throw new Error(`Cannot ${kind}: ${reply.status} ${reply.text}`)
  return reply
}

const page = randomUUID()

function note(student: UnderFire, act: Act, { text }: Reply, flaws: string[]): void {
  if (act.kind === 'start') student.started = true
  else {
    if (act.kind === 'draft') student.drafts.push(act)
    else student.handedIn = true
    const { endsAt } = (JSON.parse(text) as { state: { endsAt: number } }).state
    student.endsAt ??= endsAt
    if (student.endsAt !== endsAt) flaws.push(`the clock of ${student.sitter.attemptId} has moved to ${endsAt}`)
  }
}
