import {
  addressKinds,
  type Field,
  initialListItems,
  labels,
  type NounName,
  nouns,
} from '../../../shared/domain/index.ts'
import { allColumns } from '../../../shared/export/index.ts'
import { ADDRESS_KIND_OPTIONS, LABEL_OPTIONS, type Vocabulary } from '../../../shared/import/index.ts'
import { type I18n, languages, loadI18n } from '../../i18n/index.ts'
import { pathLabel } from './path-label.ts'

const nounNames: readonly NounName[] = ['customers', 'deals', 'interactions', 'tasks']

/** The paths of an export, numbers as `#`. */
const exportedPaths = (noun: NounName): string[] =>
  allColumns(noun, []).map(({ path }) => path.replace(/^(email|phone|address)\.1/, '$1.#'))

const headersOf = (noun: NounName, words: I18n): Record<string, string> =>
  Object.fromEntries(
    exportedPaths(noun).map((path) => [pathLabel(noun, path, words), path.startsWith('@') ? '' : path]),
  )

const optionLabels = (key: string, options: readonly string[], all: readonly I18n[]): Record<string, string[]> =>
  Object.fromEntries(options.map((option) => [option, all.map(({ tx }) => tx(`option.${key}.${option}`, option))]))

const optionFields = nounNames.flatMap((noun) =>
  Object.entries<Field>(nouns[noun].fields).flatMap(([name, { options }]) =>
    options ? [{ key: `${noun}.${name}`, options }] : [],
  ),
)

/** The words of all given languages, as an import needs them. */
export const vocabularyOf = (all: readonly I18n[]): Vocabulary => ({
  headers: Object.fromEntries(
    all.map((words) => [
      words.language,
      {
        customers: headersOf('customers', words),
        deals: headersOf('deals', words),
        interactions: headersOf('interactions', words),
        tasks: headersOf('tasks', words),
      },
    ]),
  ),
  options: Object.fromEntries(
    [
      ...optionFields,
      { key: LABEL_OPTIONS, options: labels },
      { key: ADDRESS_KIND_OPTIONS, options: addressKinds },
    ].map(({ key, options }) => [key, optionLabels(key, options, all)]),
  ),
  listItems: Object.fromEntries(initialListItems.map(({ id }) => [id, all.map(({ tx }) => tx(`list.${id}`, id))])),
})

/** Loads every language, since a file may come in any. */
export const loadVocabulary = async (): Promise<Vocabulary> => vocabularyOf(await Promise.all(languages.map(loadI18n)))
