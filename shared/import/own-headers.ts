import type { Catalog, CustomField, NounName } from '../domain/index.ts'
import { fold, numberedKey } from './fold.ts'
import type { FieldPath } from './paths.ts'
import { lookUp } from './presets/index.ts'
import { idHeaders, type Vocabulary } from './vocabulary.ts'

type Headers = ReadonlyMap<string, FieldPath>

const nounNames: readonly NounName[] = ['customers', 'deals', 'interactions', 'tasks']
const byVocabulary = new WeakMap<Vocabulary, Map<NounName, readonly Headers[]>>()

/** The noun of an export of Fairbook, by the key of the header that carries its ids. */
export const idKeys: ReadonlyMap<string, NounName> = new Map(nounNames.map((noun) => [fold(idHeaders[noun]), noun]))

/** For each language, path by the key of a header. */
export const ownHeaders = (vocabulary: Vocabulary, noun: NounName): readonly Headers[] => {
  const cache = byVocabulary.get(vocabulary) ?? new Map<NounName, readonly Headers[]>()
  byVocabulary.set(vocabulary, cache)
  const known = cache.get(noun)
  if (known) return known
  const made = Object.values(vocabulary.headers).map(
    (headers) =>
      new Map(
        Object.entries(headers[noun]).map(([label, path]) => {
          const key = fold(label.replace('#', ' 0 '))
          return [label.includes('#') ? (numberedKey(key)?.template ?? key) : key, path] as const
        }),
      ),
  )
  cache.set(noun, made)
  return made
}

const scopes: Readonly<Record<CustomField['scope'], NounName>> = {
  customers: 'customers',
  people: 'customers',
  companies: 'customers',
  deals: 'deals',
}

/** A field of one's own by the key of a header: its name in any language. */
export const customPath = (catalog: Catalog, noun: NounName, key: string): FieldPath | undefined =>
  catalog.own.find(
    ({ scope, names }) => scopes[scope] === noun && Object.values(names ?? {}).some((name) => fold(name) === key),
  )?.id

/** Path of a header of Fairbook's own export. The language that knows the most headers is the one it was written in. */
export const ownPaths = (
  keys: readonly string[],
  vocabulary: Vocabulary,
  noun: NounName,
): ((key: string) => FieldPath | undefined) => {
  const known = (map: Headers) => keys.filter((key) => lookUp(map, key) !== undefined).length
  const ranked = ownHeaders(vocabulary, noun)
    .map((map) => ({ map, count: known(map) }))
    .sort((a, b) => b.count - a.count)
  return (key) => ranked.map(({ map }) => lookUp(map, key)).find((path) => path !== undefined)
}
