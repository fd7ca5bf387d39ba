import { type Statement, statements } from './statements'

const byId: ReadonlyMap<string, Statement> = new Map(statements.map((statement) => [statement.id, statement]))

/** The statement with this id, or undefined where there is none. */
export function findStatement(id: string): Statement | undefined {
  return byId.get(id)
}

const truths = new Map<string, boolean>()

/** Whether a statement is true: what its experiment on the machine says, run once, or what the text cited says. */
export function isTrue({ id, check }: Statement): boolean {
  if (check.kind === 'citation') return check.holds
  const known = truths.get(id)
  if (known !== undefined) return known
  const holds = check.holds()
  truths.set(id, holds)
  return holds
}
