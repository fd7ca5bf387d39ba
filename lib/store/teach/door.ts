import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { drawCode } from '../../teach/door-code'
import type { Prepare } from '../sqlite/statements'
import { type Acting, actIn, type Busy, type NoCourse } from './acting'
import { noteCourseEvent } from './course-event'

export type ChangedDoor = { readonly kind: 'changed' } | NoCourse | Busy

/** A secret for a link: 192 bits, of signs that need no quoting in an address. */
export function drawToken(): string {
  return randomBytes(24).toString('base64url')
}

/** Opens the door of a course with a new code and a new link. Those that were there before open nothing any more. */
export async function openDoor(acting: Acting): Promise<ChangedDoor> {
  return actIn(acting, 'manage people', (prepare) => {
    setDoor(prepare, acting.courseId, { code: drawFreeCode(prepare), token: drawToken() })
    noteCourseEvent(prepare, { ...event(acting), act: 'door opened', detail: {} })
    return { kind: 'changed' as const }
  })
}

/** Shuts the door: who is in stays in, and nobody comes in but by a seat. */
export async function shutDoor(acting: Acting): Promise<ChangedDoor> {
  return actIn(acting, 'manage people', (prepare) => {
    setDoor(prepare, acting.courseId, { code: null, token: null })
    noteCourseEvent(prepare, { ...event(acting), act: 'door shut', detail: {} })
    return { kind: 'changed' as const }
  })
}

const event = ({ userId, courseId, now }: Acting) => ({ courseId, by: userId, at: now })

type Door = { readonly code: string | null; readonly token: string | null }

function setDoor(prepare: Prepare, courseId: string, door: Door): void {
  prepare<[Door & { courseId: string }]>(
    'UPDATE "Course" SET "joinCode" = @code, "joinToken" = @token WHERE id = @courseId',
  ).run({ ...door, courseId })
}

function drawFreeCode(prepare: Prepare): string {
  const code = drawCode((below) => randomInt(below))
  const taken = prepare<[string]>('SELECT 1 FROM "Course" WHERE "joinCode" = ?').get(code)
  return taken === undefined ? code : drawFreeCode(prepare)
}
