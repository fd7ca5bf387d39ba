import 'server-only'
import { z } from 'zod'
import { type Regrade, regradeRuleSchema } from '../../../teach/regrade'
import { jsonColumn } from '../../columns'
import type { Prepare } from '../../sqlite/statements'

const row = z.object({ id: z.string(), rule: jsonColumn.pipe(regradeRuleSchema), reason: z.string() })

/** The regrades of an assignment, in the order of their keeping, with their reasons. */
export function regradesOf(read: Prepare, assignmentId: string): readonly (Regrade & { readonly reason: string })[] {
  const rows = read<[string]>('SELECT id, rule, reason FROM "Regrade" WHERE "assignmentId" = ? ORDER BY number').all(
    assignmentId,
  )
  return z.array(row).parse(rows)
}
