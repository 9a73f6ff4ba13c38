import type { Catalog, NounName } from '../domain/index.ts'
import { fold } from './fold.ts'
import type { Preset } from './presets/index.ts'
import type { ImportRules } from './rules.ts'
import type { Vocabulary } from './vocabulary.ts'

type Words = { rules: Pick<ImportRules, 'words'> }
export type WordContext = Words & {
  noun: NounName
  catalog: Catalog
  vocabulary: Vocabulary
  preset: Preset | undefined
}

/** How rules call a word of a file. */
export const wordKey = (text: string): string => fold(text) || text.trim()

/** What the user has said a word means; '' where it is to be left out. */
export const wordOf = (text: string, path: string, { rules }: Words): string | undefined => {
  const words = rules.words[path]
  const key = wordKey(text)
  return words && Object.hasOwn(words, key) ? words[key] : undefined
}

const folded = new WeakMap<object, ReadonlyMap<string, string>>()
/** What a program means by a word. */
export const presetWord = (text: string, path: string, preset: Preset | undefined): string | undefined => {
  const words = preset?.words?.[path]
  if (!words) return undefined
  const known = folded.get(words) ?? new Map(Object.entries(words).map(([word, value]) => [fold(word), value]))
  folded.set(words, known)
  return known.get(fold(text))
}

const indexes = new WeakMap<Vocabulary, Map<string, ReadonlyMap<string, string>>>()
const labelsOf = (vocabulary: Vocabulary, key: string, options: readonly string[]): ReadonlyMap<string, string> => {
  const cache = indexes.get(vocabulary) ?? new Map<string, ReadonlyMap<string, string>>()
  indexes.set(vocabulary, cache)
  const known = cache.get(key)
  if (known) return known
  const labels = vocabulary.options[key] ?? {}
  const made = new Map(
    options.flatMap((option) => [option, ...(labels[option] ?? [])].map((label) => [fold(label), option] as const)),
  )
  cache.set(key, made)
  return made
}

const ownOption = (text: string, options: Readonly<Record<string, { name: string }>>): string | undefined => {
  if (Object.hasOwn(options, text)) return text
  const all = Object.entries(options)
  return (
    all.find(([, { name }]) => name === text)?.[0] ?? all.find(([, { name }]) => wordKey(name) === wordKey(text))?.[0]
  )
}

/** The option of a field that a word names: by the user, by the program, by its label in any language. */
export const optionOf = (
  text: string,
  path: string,
  options: readonly string[],
  context: WordContext,
): string | undefined => {
  const said = wordOf(text, path, context)
  if (said) return said
  const own = context.catalog.definition(path)
  if (own) return ownOption(text, own.options ?? {})
  return (
    presetWord(text, path, context.preset) ??
    labelsOf(context.vocabulary, `${context.noun}.${path}`, options).get(fold(text))
  )
}
