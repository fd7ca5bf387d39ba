import { canon, type Machine } from '../misconceptions/machine'
import { type Statement, statements } from './statements'
import { benchOf } from './statements/bench'
import { statementsOnlyToOrder } from './statements/only-to-order'

const byId: ReadonlyMap<string, Statement> = new Map(
  [...statements, ...statementsOnlyToOrder].map((statement) => [statement.id, statement]),
)

/** The statement with this id, or undefined where there is none. */
export function findStatement(id: string): Statement | undefined {
  return byId.get(id)
}

const truths = new WeakMap<Machine, Map<string, boolean>>()

/** Whether a statement is true: what its experiment on the machine says, run once, or what the text cited says. */
export function isTrue(statement: Statement): boolean {
  return isHeldTrue(statement, canon)
}

/**
 * Whether a statement is true on this machine, tried once: of a mutant, whether its holder takes it for true. Where the
 * experiment comes to no end on the mutant, it is what is.
 */
export function isHeldTrue(statement: Statement, by: Machine): boolean {
  const known = truths.get(by) ?? new Map<string, boolean>()
  truths.set(by, known)
  const before = known.get(statement.id)
  if (before !== undefined) return before
  const holds = by.mutant.readings?.[statement.id] ?? tryOut(statement, by)
  known.set(statement.id, holds)
  return holds
}

function tryOut(statement: Statement, by: Machine): boolean {
  const { check } = statement
  if (check.kind === 'citation') return check.holds
  if (by === canon) return check.holds(benchOf(canon))
  try {
    return check.holds(benchOf(by))
  } catch {
    // A script that does not fit the mutant (nothing on its way where a segment should be) says nothing of the belief.
    return isTrue(statement)
  }
}
