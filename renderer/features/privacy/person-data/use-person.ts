import { useEffect, useState } from 'react'

import { displayName } from '../../../../shared/domain/index.ts'
import { type PersonRecords, withoutOthers } from '../../../../shared/privacy/index.ts'
import { readPerson, useBook } from '../../../data/index.ts'

/** A person's records, and the names of all that they link to, by id. */
export type Person = { records: PersonRecords; names: ReadonlyMap<string, string> }

/** Reads everything about a person once; null where there is none. */
export const usePerson = (id: string): Person | null | undefined => {
  const { db } = useBook()
  const [person, setPerson] = useState<Person | null>()
  useEffect(() => {
    let wanted = true
    const read = async (): Promise<Person | null> => {
      const found = await readPerson(db, id)
      if (found === undefined) return null
      const records = withoutOthers(found)
      const own = [records.customer, ...records.merged, ...records.people]
      const linked = [...records.deals, ...records.interactions, ...records.tasks, ...own].flatMap((row) =>
        Object.values(row).filter((value): value is string => typeof value === 'string'),
      )
      const [customers, deals] = await Promise.all([
        db.customers.bulkGet([...new Set(linked)]),
        db.deals.bulkGet([...new Set(linked)]),
      ])
      const names = new Map(own.map((row) => [row.id, displayName(row)]))
      for (const row of customers) if (row && !('erasedAt' in row)) names.set(row.id, displayName(row))
      for (const row of deals) if (row && !('erasedAt' in row)) names.set(row.id, row.title)
      return { records, names }
    }
    read().then(
      (found) => wanted && setPerson(found),
      () => wanted && setPerson(null),
    )
    return () => {
      wanted = false
    }
  }, [db, id])
  return person
}
