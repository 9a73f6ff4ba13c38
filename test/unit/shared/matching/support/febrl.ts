import { fileURLToPath } from 'node:url'

import { parseCsv } from '../../../../../shared/import/csv.ts'
import type { MatchRecord } from '../../../../../shared/matching/index.ts'

/** Data sets of Febrl's generator (Christen 2008), as the Python Record Linkage Toolkit ships them; not in the project. */
export const febrlFolder = fileURLToPath(new URL('../../../../../../shared/data/febrl', import.meta.url))

export const febrlRecords = (text: string): MatchRecord[] => {
  const [head = [], ...rows] = parseCsv(text, ',').map((cells) => cells.map((cell) => cell.trim()))
  return rows.map((cells) => {
    const cell = (name: string): string => cells[head.indexOf(name)] ?? ''
    return {
      id: cell('rec_id'),
      givenName: cell('given_name'),
      familyName: cell('surname'),
      street: [cell('street_number'), cell('address_1'), cell('address_2')].filter(Boolean).join(' '),
      city: cell('suburb'),
      postcode: cell('postcode'),
      region: cell('state'),
      birthday: cell('date_of_birth'),
      identifiers: [cell('soc_sec_id')],
    }
  })
}
