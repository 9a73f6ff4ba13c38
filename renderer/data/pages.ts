import type { Table } from 'dexie'

const PAGE = 2_000

/** The rows of a table in the order of their ids, in pieces: between two, whoever else waits gets a turn. */
export async function* pagesOf<R extends { id: string }>(table: Table<R, string>, size = PAGE): AsyncGenerator<R[]> {
  let last = ''
  for (;;) {
    const page = await table.where('id').above(last).limit(size).toArray()
    if (page.length > 0) yield page
    const end = page.at(-1)
    if (!end || page.length < size) return
    last = end.id
  }
}
