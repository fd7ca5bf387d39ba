import 'server-only'
import { z } from 'zod'
import { jsonColumn } from '../../columns'
import { database } from '../../database'
import { mayIn } from '../may'

const row = z.object({
  id: z.string(),
  version: z.number(),
  topic: z.string(),
  level: z.number(),
  body: jsonColumn,
  shown: z.number(),
})

/** An item as it stands in papers of an assignment, and in how many. */
export type AskedItem = Readonly<z.infer<typeof row>>

/** The items in the finished papers of an assignment, each version once; none for who may not see papers. */
export async function listAskedItems(which: {
  readonly userId: string
  readonly courseId: string
  readonly assignmentId: string
}): Promise<readonly AskedItem[]> {
  const { read } = await database()
  const rows = read<[typeof which]>(
    `SELECT coalesce(q."itemId", q."versionId") AS id, q."itemVersion" AS version, min(q.topic) AS topic, min(q.level) AS level,
       min(q.body) AS body, count(*) AS shown
     FROM "Assignment" a JOIN "ExamAttempt" t ON t."assignmentId" = a.id AND t."finishedAt" IS NOT NULL
     JOIN "ExamQuestion" q ON q."attemptId" = t.id
     WHERE a.id = @assignmentId AND a."courseId" = @courseId AND ${mayIn('see papers', 'a."courseId"')}
     GROUP BY coalesce(q."itemId", q."versionId"), q."itemVersion" ORDER BY shown DESC, id`,
  ).all(which)
  return z.array(row).parse(rows)
}
