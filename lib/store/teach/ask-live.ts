import 'server-only'
import { randomInt, randomUUID } from 'node:crypto'
import type { Asked } from '../../teach/authored'
import { drawCode } from '../../teach/door-code'
import { toInstantColumn, toJsonColumn } from '../columns'
import type { Prepare } from '../sqlite/statements'
import { type Acting, actIn, type Busy, type NoCourse } from './acting'
import { noteCourseEvent } from './course-event'

type Refusal = NoCourse | Busy

export type AskedLive =
  | { readonly kind: 'asked'; readonly liveId: string; readonly code: string }
  | { readonly kind: 'refused'; readonly error: 'already open' }
  | Refusal

/** Asks a question in a course's hall, under a code of its own. A course has one open question at a time. */
export async function askLive(acting: Acting, asked: Asked): Promise<AskedLive> {
  return actIn(acting, 'ask live', (prepare): AskedLive => {
    const { courseId, userId, now } = acting
    const open = prepare<[string]>('SELECT 1 FROM "LiveQuestion" WHERE "courseId" = ? AND "closedAt" IS NULL')
    if (open.get(courseId) !== undefined) return { kind: 'refused', error: 'already open' }
    const live = { id: randomUUID(), code: drawFreeCode(prepare), body: toJsonColumn(asked), seed: randomInt(2 ** 31) }
    prepare<[object]>(
      `INSERT INTO "LiveQuestion" (id, code, body, seed, "by", "openedAt", "courseId")
       VALUES (@id, @code, @body, @seed, @userId, @now, @courseId)`,
    ).run({ ...live, userId, courseId, now: toInstantColumn(now) })
    noteCourseEvent(prepare, { courseId, by: userId, at: now, act: 'live question asked', detail: { liveId: live.id } })
    return { kind: 'asked', liveId: live.id, code: live.code }
  })
}

/** A code that no question of a hall has ever had, so that an old link shows the old question. */
function drawFreeCode(prepare: Prepare): string {
  const code = drawCode((below) => randomInt(below))
  const taken = prepare<[string]>('SELECT 1 FROM "LiveQuestion" WHERE code = ?').get(code)
  return taken === undefined ? code : drawFreeCode(prepare)
}

export type MovedLive =
  | { readonly kind: 'changed'; readonly code: string }
  | { readonly kind: 'refused'; readonly error: 'no such question' }
  | Refusal

/** Takes no more answers. Closed once, it stays as it was closed. */
export async function closeLive(acting: Acting, liveId: string): Promise<MovedLive> {
  return move(acting, liveId, 'closedAt')
}

/** Shows what is right, and why. What is still open is closed with it. */
export async function revealLive(acting: Acting, liveId: string): Promise<MovedLive> {
  return move(acting, liveId, 'revealedAt')
}

async function move(acting: Acting, liveId: string, column: 'closedAt' | 'revealedAt'): Promise<MovedLive> {
  return actIn(acting, 'ask live', (prepare): MovedLive => {
    const which = { liveId, courseId: acting.courseId, now: toInstantColumn(acting.now) }
    const set =
      column === 'closedAt'
        ? '"closedAt" = coalesce("closedAt", @now)'
        : '"closedAt" = coalesce("closedAt", @now), "revealedAt" = coalesce("revealedAt", @now)'
    const moved = prepare<[object], { code: string }>(
      `UPDATE "LiveQuestion" SET ${set} WHERE id = @liveId AND "courseId" = @courseId RETURNING code`,
    ).get(which)
    return moved === undefined ? { kind: 'refused', error: 'no such question' } : { kind: 'changed', code: moved.code }
  })
}
