import PouchDB from 'pouchdb'
import memory from 'pouchdb-adapter-memory'
import { z } from 'zod'

import { couchTarget } from '../../../electron/services/replicas/couchdb/index.ts'
import type { Cursor } from '../../../shared/change/index.ts'
import type { BenchBook } from './books.ts'

PouchDB.plugin(memory)

/** Documents asked for at once; Fairbook's window asks for as many. */
const PAGE = 2_000

/** Fetches a whole book from a server; answers how many records came. */
type Join = (book: BenchBook, url: string) => Promise<number>

/** As Fairbook joins: pages of records, checked and, where sealed, opened. */
const fairbook: Join = async ({ place, head, codec }, url) => {
  const replica = couchTarget({ place: { ...place, url }, password: undefined }).open(head, codec)
  let count = 0
  let more = true
  for (let cursor: Cursor | null = null; more; ) {
    const page = await replica.pull(cursor, PAGE)
    count += page.records.length
    cursor = page.cursor
    more = page.more
  }
  return count
}

const changesSchema = z.object({ results: z.array(z.unknown()), last_seq: z.union([z.string(), z.number()]) })

/** The plainest way there is: the list of changes with their documents, page by page. */
const plain: Join = async ({ place }, url) => {
  let count = 0
  for (let since = '0'; ; ) {
    const query = `since=${since}&limit=${PAGE}&include_docs=true`
    const response = await fetch(`${url}/${place.database}/_changes?${query}`)
    const { results, last_seq } = changesSchema.parse(await response.json())
    count += results.length
    since = String(last_seq)
    // The head is a document too.
    if (results.length < PAGE) return count - 1
  }
}

let replications = 0

/** PouchDB's own replication into memory, with the page it is fastest with here. */
const pouch: Join = async ({ place }, url) => {
  replications += 1
  const local = new PouchDB(`bench-${replications}`, { adapter: 'memory' })
  const { docs_written } = await PouchDB.replicate(`${url}/${place.database}`, local, { batch_size: 1_000 })
  await local.close()
  return docs_written - 1
}

export const joins = { fairbook, plain, pouch } as const
