import type { Field, Pipeline } from '../domain/index.ts'
import type { Choices } from './choices.ts'
import { unguardCell } from './guard.ts'
import type { Mapping } from './mapping.ts'
import type { ImportRules, WordChoice } from './rules.ts'
import { stageFinder } from './stages.ts'
import type { Table } from './table.ts'
import { optionOf, presetWord, type WordContext, wordKey, wordOf } from './words.ts'

type WordOptions = Omit<WordContext, 'noun' | 'preset'> & {
  mapping: Mapping
  choices: Choices
  pipelines: readonly Pipeline[]
  rules: ImportRules
}
type Meaning = Pick<WordChoice['words'][number], 'value' | 'by'>

const MOST_WORDS = 200

const meaningOf = (path: string, field: Field | undefined, options: WordOptions): ((text: string) => Meaning) => {
  const { mapping, choices, rules } = options
  const context: WordContext = { ...options, noun: mapping.noun, preset: mapping.preset }
  if (path === 'stageId') {
    const find = stageFinder(options.pipelines, { ...options, preset: mapping.preset })
    return (text) => {
      const found = find(text, undefined)
      return { value: found?.stageId, by: found?.by ?? 'none' }
    }
  }
  return (text) => {
    const said = wordOf(text, path, { rules })
    if (said !== undefined) return { value: said, by: 'user' }
    const meant = presetWord(text, path, mapping.preset)
    if (meant !== undefined) return { value: meant, by: 'source' }
    const value = field?.list ? choices.find(field.list, text) : optionOf(text, path, field?.options ?? [], context)
    return value === undefined ? { value, by: 'none' } : { value, by: 'name' }
  }
}

/** For each mapped column of choices its words, the most frequent first, and what they mean so far. */
export const wordsOf = (table: Pick<Table, 'rows'>, options: WordOptions): WordChoice[] =>
  options.mapping.columns.flatMap(({ path }, column): WordChoice[] => {
    const field = options.catalog.field(options.mapping.noun, path)
    if (path !== 'stageId' && field?.type !== 'choice') return []
    const counts = new Map<string, { text: string; count: number }>()
    for (const row of table.rows) {
      const text = unguardCell((row[column] ?? '').trim())
      if (text === '') continue
      const held = counts.get(wordKey(text))
      if (held) held.count += 1
      else counts.set(wordKey(text), { text, count: 1 })
    }
    const meaning = meaningOf(path, field, options)
    const words = [...counts]
      .sort(([, a], [, b]) => b.count - a.count)
      .slice(0, MOST_WORDS)
      .map(([key, { text, count }]) => ({ key, text, count, ...meaning(text) }))
    return [{ path, column, words }]
  })
