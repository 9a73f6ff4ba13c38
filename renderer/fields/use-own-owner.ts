import { useBook } from '../data/index.ts'
import { useLookups } from './lookups.ts'

/** The item of the list of owners that is this device's user, by name; undefined where the user is no owner. */
export const useOwnOwner = (): string | undefined => {
  const { user } = useBook()
  const { items } = useLookups()
  if (user === undefined || user === '') return undefined
  return [...items.values()].find(({ list, name, retired }) => list === 'owner' && name === user && !retired)?.id
}
