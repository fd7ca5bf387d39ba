import type { ArrowId } from '@/components/diagram/arrows'
import { type State, slugOf } from '@/lib/tcp/states'
import type { Filter } from './filters'

/** The diagram with an arrow chosen, a part brought out, or both. `hash` leads to a place on the page. */
export function diagramAddress({ show, arrow, hash }: { show?: Filter; arrow?: ArrowId; hash?: string }) {
  const query = { ...(show !== undefined && show !== 'all' && { show }), ...(arrow !== undefined && { arrow }) }
  return { pathname: '/learn', query, ...(hash !== undefined && { hash }) }
}

/** A state's page, or one rule on it. */
export function stateAddress(state: State, ruleId?: string): string {
  const page = `/learn/${slugOf(state)}`
  return ruleId === undefined ? page : `${page}#${ruleId}`
}
