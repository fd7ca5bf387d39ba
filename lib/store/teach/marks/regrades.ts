import 'server-only'
import { z } from 'zod'
import { type Regrade, regradeRuleSchema } from '../../../teach/regrade'
import { jsonColumn } from '../../columns'
import type { Prepare } from '../../sqlite/statements'

const row = z.object({ id: z.string(), rule: jsonColumn.pipe(regradeRuleSchema) })

/** The regrades of an assignment, in the order of their keeping. */
export function regradesOf(read: Prepare, assignmentId: string): readonly Regrade[] {
  const rows = read<[string]>('SELECT id, rule FROM "Regrade" WHERE "assignmentId" = ? ORDER BY number').all(
    assignmentId,
  )
  return z.array(row).parse(rows)
}
