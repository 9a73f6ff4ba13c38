import { type Catalog, type ListItem, type NounName, SETTINGS_ID } from '../../../shared/domain/index.ts'
import type { ExportContext } from '../../../shared/export/index.ts'
import type { Book } from '../../data/index.ts'
import type { I18n } from '../../i18n/index.ts'
import { pathLabel } from './path-label.ts'

/** Names of the items, those that several items of one list share left to their ids. */
const itemNames = (items: readonly ListItem[], { tx }: I18n): ReadonlyMap<string, string> => {
  const nameOf = ({ id, name }: ListItem) => name ?? tx(`list.${id}`, id)
  const counts = new Map<string, number>()
  const key = (item: ListItem) => `${item.list}/${nameOf(item).toLowerCase()}`
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return new Map(items.map((item) => [item.id, counts.get(key(item)) === 1 ? nameOf(item) : item.id]))
}

/** What an export is written with. `names` and `rollups` are filled as records are read. */
export const createExportContext = async (
  { book, noun, i18n, catalog }: { book: Book; noun: NounName; i18n: I18n; catalog: Catalog },
  names: ReadonlyMap<string, string>,
  rollups: ReadonlyMap<string, Readonly<Record<string, string | number | null>>>,
): Promise<ExportContext> => {
  const [items, pipelines, settings] = await Promise.all([
    book.db.listItems.toArray(),
    book.db.pipelines.toArray(),
    book.db.settings.get(SETTINGS_ID),
  ])
  const labels = itemNames(items, i18n)
  const byId = new Map(pipelines.map((pipeline) => [pipeline.id, pipeline]))
  const { tx } = i18n
  return {
    header: (path) => pathLabel(noun, path, i18n, catalog),
    option: (key, option) =>
      catalog.definition(key.slice(key.indexOf('.') + 1))?.options?.[option]?.name ??
      tx(`option.${key}.${option}`, option),
    listItem: (id) => labels.get(id),
    linkName: (target, id) =>
      target === 'pipelines' ? (byId.get(id)?.name ?? tx(`pipeline.${id}`, id)) : names.get(id),
    stageName: (pipelineId, stageId) => byId.get(pipelineId)?.stages[stageId]?.name ?? tx(`stage.${stageId}`, stageId),
    rollup: (id, column) => rollups.get(id)?.[column] ?? undefined,
    currency: settings?.currency ?? 'EUR',
  }
}
