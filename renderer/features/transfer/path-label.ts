import type { Catalog, NounName } from '../../../shared/domain/index.ts'
import { entryPath, idHeaders, isAddressKind, isEntryLabel, linkPath } from '../../../shared/import/index.ts'
import { fieldLabel } from '../../fields/index.ts'
import type { I18n, MessageKey } from '../../i18n/index.ts'

type Words = Pick<I18n, 't' | 'tx' | 'language'>

/** Paths that are no field: what an import makes of them is. */
const ownPaths: Readonly<Record<string, MessageKey>> = {
  sourceId: 'transfer.path.sourceId',
  closeDate: 'transfer.path.closeDate',
  done: 'transfer.path.done',
  time: 'transfer.path.time',
}

const entryLabel = (path: string, { t, tx }: Words): string | undefined => {
  const found = entryPath(path)
  if (!found) return undefined
  const { entry, slot, part } = found
  if (entry === 'address') {
    const name = isAddressKind(slot)
      ? t('transfer.path.addressOf', { kind: tx(`option.address.kind.${slot}`, slot) })
      : t('transfer.path.addressN', { n: slot })
    return t('transfer.path.part', { name, part: tx(`field.address.${part}`, part) })
  }
  const word = t(entry === 'email' ? 'transfer.path.email' : 'transfer.path.phone')
  if (slot === '') return word
  const name = isEntryLabel(slot)
    ? t('transfer.path.labelled', { name: word, label: tx(`option.entry.label.${slot}`, slot) })
    : t('transfer.path.numbered', { name: word, n: slot })
  return part === 'label' ? t('transfer.path.part', { name, part: tx('field.entry.label', part) }) : name
}

/** What a path is called where a column is sent to it: stages and pipelines are found by their names. */
export const targetLabel = (noun: NounName, path: string, words: Words, catalog: Catalog): string =>
  path === 'stageId' || path === 'pipelineId'
    ? fieldLabel(words, catalog, noun, path)
    : pathLabel(noun, path, words, catalog)

/**
 * What a path is called, as a column's header and as a choice. Distinct for every path of a noun, so that an import
 * finds the path again; a `#` in the path stays in the label.
 */
export const pathLabel = (noun: NounName, path: string, words: Words, catalog: Catalog): string => {
  const { t } = words
  if (path === '') return t('transfer.path.none')
  if (path === 'id') return idHeaders[noun]
  if (path === 'fullName') return t('transfer.path.fullName')
  if (path === 'middleName') return t('transfer.path.middleName')
  const own = ownPaths[path]
  if (own && catalog.field(noun, path) === undefined) return t(own)
  const link = linkPath(path)
  if (link) return t('transfer.path.link', { of: t(`transfer.link.${link.to}`), by: t(`transfer.link.by.${link.by}`) })
  const entry = noun === 'customers' ? entryLabel(path, words) : undefined
  if (entry !== undefined) return entry
  const name = path.replace('@', '')
  const label = fieldLabel(words, catalog, noun, name)
  const field = catalog.field(noun, path)
  const isId = field?.target !== undefined || path === 'stageId'
  return isId ? t('transfer.path.id', { name: label }) : label
}
