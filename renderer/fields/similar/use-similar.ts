import { useEffect, useState } from 'react'

import { type Customer, displayName } from '../../../shared/domain/index.ts'
import type { MatchReason, MatchRecord } from '../../../shared/matching/index.ts'
import { type MatchKind, type MatchSource, matchRecordOf } from '../../../shared/merging/index.ts'
import { type Book, useBook, useRecord } from '../../data/index.ts'
import { useReadModel } from '../../read-model/hooks.ts'
import { cleanValue, type FormValues } from '../form-model.ts'
import { useCatalog } from '../lookups.ts'
import { matchingOf } from './matching-client.ts'
import { findSameAddress } from './same-address.ts'

export type Similar = {
  customer: Customer
  /** The name of the company, linked or written. */
  company: string | undefined
  probability: number
  reasons: readonly MatchReason[]
}

/** Customers by what was found of them, with the names of their companies; those that are gone are left out. */
export const withCustomers = async (
  { db }: Book,
  found: readonly { id: string; probability: number; reasons: readonly MatchReason[] }[],
): Promise<Similar[]> => {
  const rows = await db.customers.bulkGet(found.map(({ id }) => id))
  const companies = await db.customers.bulkGet(rows.map((row) => row?.companyId ?? ''))
  return found.flatMap(({ probability, reasons }, at): Similar[] => {
    const customer = rows[at]
    if (!customer || customer.deletedAt !== undefined) return []
    const company = companies[at] ? displayName(companies[at]) : customer.companyName
    return [{ customer, company: customer.kind === 'person' ? company : undefined, probability, reasons }]
  })
}

const TYPED = 'typed'
const ENOUGH = 3

/** What was typed as the matcher takes it; nothing while it is too little. */
export const typedRecord = (
  values: FormValues,
  companyName: string | undefined,
  catalog: ReturnType<typeof useCatalog>,
): MatchRecord | undefined => {
  const clean = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, cleanValue(value)]))
  const kind = clean['kind'] === 'company' ? 'company' : 'person'
  // A form's values, cleaned, are those that a record would hold.
  const record = matchRecordOf({ ...clean, id: TYPED, kind } as MatchSource, companyName, catalog)
  const { givenName = '', familyName = '', company = '', emails = [], phones = [], identifiers = [] } = record
  const own = kind === 'company' ? company : `${givenName} ${familyName}`
  const said = [own, ...emails, ...phones, ...identifiers]
  return said.some((text) => text.trim().length >= ENOUGH) ? record : undefined
}

const WAIT_MS = 250
const MOST = 4
const NONE: readonly Similar[] = []

/** Who in the book may be the one that is typed, asked again when the typing rests. */
export const useSimilar = (values: FormValues): readonly Similar[] => {
  const book = useBook()
  const model = useReadModel()
  const catalog = useCatalog()
  const companyId = values['companyId']
  const company = useRecord('customers', typeof companyId === 'string' && companyId !== '' ? companyId : undefined)
  const [found, setFound] = useState<readonly Similar[]>(NONE)
  const kind: MatchKind = values['kind'] === 'company' ? 'company' : 'person'
  const asked = JSON.stringify(typedRecord(values, company ? displayName(company) : undefined, catalog))
  useEffect(() => {
    if (asked === undefined) {
      setFound(NONE)
      return
    }
    let wanted = true
    let isAnswered = false
    const tell = (similar: readonly Similar[]) => wanted && setFound(similar)
    const find = async () => {
      const record: MatchRecord = JSON.parse(asked)
      findSameAddress(book, model, record, kind, MOST)
        .then((hits) => withCustomers(book, hits))
        .then((hits) => !isAnswered && hits.length > 0 && tell(hits))
        .catch(() => undefined)
      const hits = await matchingOf(book).ask({ ask: 'similar', record, kind, limit: MOST })
      isAnswered = true
      tell(await withCustomers(book, hits))
    }
    const timer = setTimeout(() => void find().catch(() => tell(NONE)), WAIT_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [asked, kind, book, model])
  return found
}
