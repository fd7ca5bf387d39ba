import type { MarksPlace } from '@/components/marks/marks-nav'
import { mayRole, type Role } from '@/lib/teach/roles'

/** The pages of marks that a role may see. */
export function placesFor(role: Role): readonly MarksPlace[] {
  return [
    ...(mayRole(role, 'see marks') ? (['gradebook'] as const) : []),
    ...(mayRole(role, 'see papers') ? (['analysis', 'reports'] as const) : []),
  ]
}
