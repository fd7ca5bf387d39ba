import 'server-only'
import { z } from 'zod'
import type { Granted } from '../../teach/granted'
import type { Prepare } from '../sqlite/statements'

const row = z.object({ factor: z.number(), extraMinutes: z.number(), breakMinutes: z.number() })

/** What a course grants to one of its people; nothing where they are not in it. */
export function readGranted(prepare: Prepare, which: { readonly userId: string; readonly courseId: string }): Granted {
  const found = prepare<[{ userId: string; courseId: string }]>(
    `SELECT factor, "extraMinutes", "breakMinutes" FROM "Member" WHERE "courseId" = @courseId AND "userId" = @userId`,
  ).get({ userId: which.userId, courseId: which.courseId })
  return found === undefined ? { factor: 1, extraMinutes: 0, breakMinutes: 0 } : row.parse(found)
}
