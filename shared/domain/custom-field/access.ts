import type { Role } from '../role.ts'
import type { CustomField } from './custom-field.ts'

/**
 * What a role may do with a field of a record: change it, only read it (`locked` for the role, `fixed` because it was
 * filled in and may be only once), or not see it. It guides people; it is no lock.
 */
export type FieldAccess = 'open' | 'locked' | 'fixed' | 'hidden'

/** @param held what the record holds already; undefined for nothing, and of a new record */
export const accessOf = (
  { hiddenFrom, lockedFor, fixed }: Pick<CustomField, 'hiddenFrom' | 'lockedFor' | 'fixed'>,
  role: Role,
  held: unknown,
): FieldAccess => {
  if (hiddenFrom?.[role]) return 'hidden'
  if (lockedFor?.[role]) return 'locked'
  return fixed && held !== undefined ? 'fixed' : 'open'
}
