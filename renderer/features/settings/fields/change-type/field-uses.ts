import { convertFilter, type FilterConversion } from '../../../../../shared/domain/custom-field/convert-filter.ts'
import type { Segment, View } from '../../../../../shared/domain/index.ts'
import { type Book, replaced, says } from '../../../../data/index.ts'

/** The saved lists that may name a field, those in the trash too. */
export type SavedLists = { views: readonly View[]; segments: readonly Segment[] }

/** A saved list that names a field. */
export type FieldUse = {
  table: 'views' | 'segments'
  id: string
  name: string
  inTrash: boolean
  /** How many of its conditions make no sense for the new type and are left out. */
  lost: number
  /** What is set in it, by path; the field under the name that it gets. */
  paths: (newKey: string) => Readonly<Record<string, unknown>>
}

export const readSavedLists = async ({ db }: Pick<Book, 'db'>): Promise<SavedLists> => {
  const [views, segments] = await Promise.all([db.views.toArray(), db.segments.toArray()])
  return { views, segments }
}

/** Every saved list that names a field by filter, sort or column, and what its change of type makes of it. */
export const usesOf = ({ views, segments }: SavedLists, key: string, conversion: FilterConversion): FieldUse[] => {
  const found = (table: FieldUse['table'], row: View | Segment): FieldUse[] => {
    const named = Object.entries(row).filter(
      ([field, value]) => ['filter', 'sortBy', 'columns'].includes(field) && says(value, new Map([[key, key]])),
    )
    if (named.length === 0) return []
    const turned = convertFilter(row.filter ?? [], key, conversion)
    return [
      {
        table,
        id: row.id,
        name: row.name,
        inTrash: row.deletedAt !== undefined,
        lost: turned.lost,
        paths: (newKey) =>
          Object.fromEntries(
            named.map(([field, value]) => [
              field,
              replaced(field === 'filter' ? turned.filter : value, new Map([[key, newKey]])),
            ]),
          ),
      },
    ]
  }
  return [...segments.flatMap((row) => found('segments', row)), ...views.flatMap((row) => found('views', row))]
}
