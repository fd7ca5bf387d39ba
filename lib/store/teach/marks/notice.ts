import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type NoticeDetail, noticeSchema } from '../../../teach/notice'
import { instantColumn, jsonColumn, toInstantColumn, toJsonColumn } from '../../columns'
import { database } from '../../database'
import type { Prepare } from '../../sqlite/statements'

export type Notice = { readonly id: string; readonly at: Date; readonly seen: boolean; readonly detail: NoticeDetail }

/** Tells somebody something, in the transaction in which it comes about. */
export function tell(prepare: Prepare, userId: string, detail: NoticeDetail, now: Date): void {
  const columns = {
    id: randomUUID(),
    at: toInstantColumn(now),
    kind: detail.kind,
    detail: toJsonColumn(detail),
    userId,
  }
  prepare<[typeof columns]>(
    `INSERT INTO "Notice" (id, at, kind, detail, "userId") VALUES (@id, @at, @kind, @detail, @userId)`,
  ).run(columns)
}

const row = z.object({ id: z.string(), at: instantColumn, seenAt: instantColumn.nullable(), detail: jsonColumn })

/** What somebody has to be told, newest first: what they have not seen. */
export async function listNotices(userId: string, limit = 20): Promise<readonly Notice[]> {
  const { read } = await database()
  const rows = read<[{ userId: string; limit: number }]>(
    `SELECT id, at, "seenAt", detail FROM "Notice" WHERE "userId" = @userId AND "seenAt" IS NULL
     ORDER BY at DESC, rowid DESC LIMIT @limit`,
  ).all({ userId, limit })
  return z
    .array(row)
    .parse(rows)
    .flatMap(({ id, at, seenAt, detail }) => {
      const parsed = noticeSchema.safeParse(detail)
      return parsed.success ? [{ id, at, seen: seenAt !== null, detail: parsed.data }] : []
    })
}

export type Seen = { readonly kind: 'seen' } | { readonly kind: 'refused'; readonly error: 'busy' }

/** Notes that somebody has seen these; those of others stay as they are. */
export async function seeNotices(userId: string, ids: readonly string[], now: Date): Promise<Seen> {
  const { writeNow } = await database()
  const seenAt = toInstantColumn(now)
  const written = await writeNow((prepare) => {
    const see = prepare<[{ id: string; userId: string; seenAt: string }]>(
      `UPDATE "Notice" SET "seenAt" = @seenAt WHERE id = @id AND "userId" = @userId AND "seenAt" IS NULL`,
    )
    for (const id of ids) see.run({ id, userId, seenAt })
  })
  return written.kind === 'written' ? { kind: 'seen' } : written
}
