import { type Book, isKnownTable, rowsOf } from '../../../renderer/data/index.ts'
import { canonical, ERASED, type Json, toState } from '../../../shared/change/index.ts'
import type { MemoryDisk } from './memory-disk.ts'

/** All records of a book in their canonical form, by key; those of tables this version does not know as well. */
export const canonicalBook = async ({ db }: Book): Promise<Map<string, string>> => {
  const lines = new Map<string, string>()
  for (const { name } of db.tables)
    if (isKnownTable(name))
      for (const row of await rowsOf(db, name).toArray())
        lines.set(`${name}/${row.id}`, canonical(toState(name, row) as Json))
  for (const { key, state } of await db.foreign.toArray()) lines.set(key, canonical(state as Json))
  return lines
}

/** What differs between two books. */
export const differences = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])]
    .sort()
    .filter((key) => a.get(key) !== b.get(key))
    .map((key) => `${key}: ${a.get(key) ?? 'missing'} and ${b.get(key) ?? 'missing'}`)

/** Everything that a device keeps, as text: all tables of its database, and its files. */
export const everything = async ({ db }: Book, disk: MemoryDisk): Promise<{ where: string; text: string }[]> => {
  const found: { where: string; text: string }[] = []
  for (const { name } of db.tables) found.push({ where: name, text: JSON.stringify(await db.table(name).toArray()) })
  for (const path of disk.paths()) found.push({ where: path, text: disk.get(path)?.toString('latin1') ?? '' })
  return found
}

/** What a deal is called whose person was erased, and whose figures were kept. */
const NO_TITLE = '–'

/**
 * Canaries that stood first in a record that is erased now, and the title of a deal that was kept without its words;
 * what else stood there may have been written since.
 */
export const erasedCanaries = async ({ db }: Book, owners: ReadonlyMap<string, string>): Promise<string[]> => {
  const [erased, kept] = [new Set<string>(), new Set<string>()]
  for (const { name } of db.tables)
    if (isKnownTable(name))
      for (const row of await rowsOf(db, name).toArray()) {
        if (row[ERASED] !== undefined) erased.add(`${name}/${row.id}`)
        else if (row['title'] === NO_TITLE) kept.add(`${name}/${row.id}`)
      }
  return [...owners].flatMap(([canary, owner]) => {
    const isTitle = kept.delete(owner)
    return erased.has(owner) || isTitle ? [canary] : []
  })
}

const AROUND = 150

/** What stands around a text, for whoever looks for the reason. */
export const around = (text: string, found: string): string => {
  const at = text.indexOf(found)
  return text.slice(Math.max(0, at - AROUND), at + AROUND)
}
