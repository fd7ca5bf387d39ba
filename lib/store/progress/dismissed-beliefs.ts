import 'server-only'
import { z } from 'zod'
import { toInstantColumn } from '../columns'
import { database } from '../database'

/** The beliefs that the user does not want to be told of, by their ids. */
export async function listDismissed(userId: string): Promise<ReadonlySet<string>> {
  const { read } = await database()
  const ids = read<[string]>('SELECT "beliefId" FROM "DismissedBelief" WHERE "userId" = ?').pluck().all(userId)
  return new Set(z.array(z.string()).parse(ids))
}

type Dismissal = { readonly userId: string; readonly beliefId: string; readonly now: Date }

/** Keeps that the user dismisses a belief; twice is once. */
export async function dismissBelief({ userId, beliefId, now }: Dismissal): Promise<'dismissed' | 'busy'> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    prepare<[string, string, string]>(
      'INSERT INTO "DismissedBelief" ("userId", "beliefId", at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(userId, beliefId, toInstantColumn(now))
  })
  return written.kind === 'refused' ? 'busy' : 'dismissed'
}

/** Takes a dismissal back; of a belief that is not dismissed it changes nothing. */
export async function restoreBelief({ userId, beliefId }: Omit<Dismissal, 'now'>): Promise<'restored' | 'busy'> {
  const { writeNow } = await database()
  const written = await writeNow((prepare) => {
    prepare<[string, string]>('DELETE FROM "DismissedBelief" WHERE "userId" = ? AND "beliefId" = ?').run(
      userId,
      beliefId,
    )
  })
  return written.kind === 'refused' ? 'busy' : 'restored'
}
