import {
  addressKinds,
  type Catalog,
  type Field,
  initialListItems,
  initialPipeline,
  labels,
  type NounName,
} from '../../../shared/domain/index.ts'
import { allColumns } from '../../../shared/export/index.ts'
import { ADDRESS_KIND_OPTIONS, LABEL_OPTIONS, type Vocabulary } from '../../../shared/import/index.ts'
import { type I18n, languages, loadI18n } from '../../i18n/index.ts'
import { pathLabel } from './path-label.ts'

const nounNames: readonly NounName[] = ['customers', 'deals', 'interactions', 'tasks']

/** The paths of an export, numbers as `#`. */
const exportedPaths = (noun: NounName, catalog: Catalog): string[] =>
  allColumns(noun, [], catalog).map(({ path }) => path.replace(/^(email|phone|address)\.1/, '$1.#'))

const headersOf = (noun: NounName, words: I18n, catalog: Catalog): Record<string, string> =>
  Object.fromEntries(
    exportedPaths(noun, catalog).map((path) => [
      pathLabel(noun, path, words, catalog),
      path.startsWith('@') ? '' : path,
    ]),
  )

const optionLabels = (
  key: string,
  options: readonly string[],
  all: readonly I18n[],
  catalog: Catalog,
): Record<string, string[]> => {
  const own = catalog.definition(key.slice(key.indexOf('.') + 1))?.options
  const names = (option: string) => {
    const name = own?.[option]?.name
    return name === undefined ? all.map(({ tx }) => tx(`option.${key}.${option}`, option)) : [name]
  }
  return Object.fromEntries(options.map((option) => [option, names(option)]))
}

const optionFields = (catalog: Catalog) =>
  nounNames.flatMap((noun) =>
    Object.entries<Field>(catalog.fields(noun)).flatMap(([name, { options }]) =>
      options ? [{ key: `${noun}.${name}`, options }] : [],
    ),
  )

/** The words of all given languages, as an import needs them. */
export const vocabularyOf = (all: readonly I18n[], catalog: Catalog): Vocabulary => ({
  headers: Object.fromEntries(
    all.map((words) => [
      words.language,
      {
        customers: headersOf('customers', words, catalog),
        deals: headersOf('deals', words, catalog),
        interactions: headersOf('interactions', words, catalog),
        tasks: headersOf('tasks', words, catalog),
      },
    ]),
  ),
  options: Object.fromEntries(
    [
      ...optionFields(catalog),
      { key: LABEL_OPTIONS, options: labels },
      { key: ADDRESS_KIND_OPTIONS, options: addressKinds },
    ].map(({ key, options }) => [key, optionLabels(key, options, all, catalog)]),
  ),
  stages: Object.fromEntries([
    ...Object.keys(initialPipeline.stages).map((id) => [id, all.map(({ tx }) => tx(`stage.${id}`, id))]),
    [initialPipeline.id, all.map(({ tx }) => tx(`pipeline.${initialPipeline.id}`, initialPipeline.id))],
  ]),
  reasonHeaders: all.map(({ t }) => t('transfer.reasonHeader')),
  listItems: Object.fromEntries(initialListItems.map(({ id }) => [id, all.map(({ tx }) => tx(`list.${id}`, id))])),
})

/** Loads every language, since a file may come in any. */
export const loadVocabulary = async (catalog: Catalog): Promise<Vocabulary> =>
  vocabularyOf(await Promise.all(languages.map(loadI18n)), catalog)
