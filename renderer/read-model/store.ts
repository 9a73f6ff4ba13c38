import type { Row } from '../../shared/change/index.ts'
import { type NounName, rollupColumns } from '../../shared/domain/index.ts'
import { decodeColumn, decodeFront, encodeColumn, encodeFront, type SavedColumn, type SavedFront } from './codec.ts'
import type { LabelTable } from './labels.ts'
import type { Model } from './model.ts'
import { NOUNS, type NounTable, shapeOf } from './noun-table.ts'
import { defaultSorts, orderKey } from './sorting.ts'
import type { Source } from './source.ts'
import type { SavedTexts, TextIndex } from './text-index.ts'

/** Raise it when what is saved means something else than before: older blobs are then thrown away. */
const FORMAT = 2
const MANIFEST = 'readModel'

type Groups = Record<NounName, { text: number; phones: number }>
type Manifest = {
  format: string
  locale: string
  labels: [table: LabelTable, id: string, row: Row][]
  groups: Groups
}

/** What is saved does not fit together any more (another window wrote, or it is damaged): to be rebuilt from rows. */
export class StaleSaveError extends Error {
  override readonly name = 'StaleSaveError'
}

const partKey = (noun: NounName, part: string): string => `${MANIFEST}:${noun}:${part}`
const columnKey = (noun: NounName, key: string): string => partKey(noun, `column:${key}`)

/** Keeps the model in blobs: what was not asked for stays there, what did not change is not written again. */
export type Store = {
  /** Opens what is saved into an empty model; false when there is nothing that fits. */
  open: (model: Model) => Promise<boolean>
  /** Loads the parts that are not in memory yet. @throws StaleSaveError */
  load: (model: Model, parts: readonly string[]) => Promise<void>
  /** Writes what changed. @throws StaleSaveError when another window saved meanwhile; nothing is written then */
  save: (model: Model) => Promise<void>
}

const formatOf = (model: Model): string => JSON.stringify([FORMAT, rollupColumns, shapeOf(model.catalog)])

export const frontPart = (noun: NounName): string => partKey(noun, 'front')
export const columnPart = columnKey
/** All parts of a noun; its texts are a part of their own, in groups. */
export const nounParts = (model: Model, noun: NounName): string[] => [
  frontPart(noun),
  ...Array.from(model.tables[noun].columns.keys(), (key) => columnKey(noun, key)),
  partKey(noun, 'text'),
]

/** A random name for one set of blobs. */
const newGeneration = (): string => Math.random().toString(36).slice(2)

export const createStore = (source: Source): Store => {
  /** Where each part stands: absent from the map, it is in memory, with nothing saved of it to load. */
  const unloaded = new Set<string>()
  const loading = new Map<string, Promise<void>>()
  /** The version of each part as it was saved. */
  const saved = new Map<string, string>()
  let generation: string | undefined
  let coveredSeq = 0
  let groups: Groups | undefined
  /** Whether the next save writes all parts, because what is saved of them is not known. */
  let rewrite = true

  const textKeys = (noun: NounName): string[] => {
    const counts = groups?.[noun]
    const numbered = (part: string, count = 0) =>
      Array.from({ length: count }, (_, group) => partKey(noun, `${part}:${group}`))
    return [...numbered('text', counts?.text), ...numbered('phones', counts?.phones)]
  }
  const frontVersion = ({ sorter }: Model, table: NounTable): string =>
    [table.version, table.ids.size, table.orders.get(orderKey(defaultSorts[table.noun]))?.version, sorter.locale].join()
  const tableOf = (model: Model, noun: string | undefined): NounTable | undefined =>
    NOUNS.map((name) => model.tables[name]).find((table) => table.noun === noun)
  const keysOf = (part: string): string[] => {
    const noun = NOUNS.find((name) => part === partKey(name, 'text'))
    return noun === undefined ? [part] : textKeys(noun)
  }
  /** Blobs come in the shape they were saved in: the generation and the format vouch for it. */
  const decode = (model: Model, key: string, data: unknown) => {
    const [, noun, kind, name = ''] = key.split(':')
    const table = tableOf(model, noun)
    if (table === undefined) return
    if (kind === 'front') decodeFront(table, data as SavedFront)
    else if (kind === 'text') table.text.loadGroup(Number(name), data as SavedTexts)
    else if (kind === 'phones') table.phones.loadGroup(Number(name), data as SavedTexts)
    else {
      const column = table.columns.get(name)
      if (column === undefined) return
      decodeColumn(column, data as SavedColumn, table.state.length)
      saved.set(key, String(column.version))
    }
    if (kind === 'front') saved.set(key, frontVersion(model, table))
  }
  const isFront = (part: string) => part.endsWith(':front')
  /** Reads parts in one transaction. Fronts stand first in `parts`: columns are as long as there are records. */
  const loadParts = async (model: Model, parts: readonly string[], before: Promise<unknown>): Promise<void> => {
    const keys = parts.flatMap(keysOf)
    const blobs = await source.loadBlobs(keys)
    await before
    for (const [index, key] of keys.entries()) {
      const blob = blobs[index]
      if (blob === undefined || blob.generation !== generation || blob.seq > coveredSeq) throw new StaleSaveError()
      decode(model, key, blob.data)
    }
    for (const part of parts) unloaded.delete(part)
  }
  const load = async (model: Model, parts: readonly string[]): Promise<void> => {
    if (unloaded.size === 0) return
    const wanted = [...new Set(parts)].filter((part) => unloaded.has(part))
    const underWay = wanted.filter((part) => loading.has(part))
    const fresh = wanted.filter((part) => !loading.has(part)).sort((a, b) => Number(isFront(b)) - Number(isFront(a)))
    const others = Promise.all(underWay.map((part) => loading.get(part)))
    if (fresh.length > 0) {
      const started = loadParts(model, fresh, others).finally(() => {
        for (const part of fresh) loading.delete(part)
      })
      for (const part of fresh) loading.set(part, started)
      await started
    }
    await others
  }

  const textBlobs = (
    table: NounTable,
    part: 'text' | 'phones',
    index: TextIndex,
    all: boolean,
  ): [string, unknown][] => {
    const changed = index.takeChanged()
    const wanted = all ? Array.from({ length: index.groups() }, (_, group) => group) : changed
    return wanted.map((group) => [partKey(table.noun, `${part}:${group}`), index.saveGroup(group)])
  }
  const groupCounts = (model: Model): Groups => {
    const count = (noun: NounName) => {
      const { text, phones } = model.tables[noun]
      const held = unloaded.has(partKey(noun, 'text')) ? groups?.[noun] : undefined
      return held ?? { text: text.groups(), phones: phones.groups() }
    }
    return {
      customers: count('customers'),
      deals: count('deals'),
      interactions: count('interactions'),
      tasks: count('tasks'),
    }
  }
  const changedParts = (model: Model, table: NounTable, all: boolean): [string, unknown][] => {
    const { noun } = table
    const parts: [string, unknown][] = []
    const add = (part: string, version: string, encode: () => unknown) => {
      if (unloaded.has(part) || (!all && saved.get(part) === version)) return
      parts.push([part, encode()])
      saved.set(part, version)
    }
    add(frontPart(noun), frontVersion(model, table), () => encodeFront(table))
    for (const column of table.columns.values())
      add(columnKey(noun, column.key), String(column.version), () => encodeColumn(column, table.ids.size))
    if (unloaded.has(partKey(noun, 'text'))) return parts
    return [...parts, ...textBlobs(table, 'text', table.text, all), ...textBlobs(table, 'phones', table.phones, all)]
  }

  return {
    open: async (model) => {
      const keys = [MANIFEST, frontPart('customers')]
      const [manifest, front] = await source.loadBlobs(keys)
      const data = manifest?.data as Manifest | undefined
      if (manifest === undefined || data?.format !== formatOf(model)) return false
      if (front?.generation !== manifest.generation || front.seq > manifest.seq) return false
      generation = manifest.generation
      rewrite = false
      coveredSeq = manifest.seq
      groups = data.groups
      model.seq = manifest.seq
      for (const [table, id, row] of data.labels) model.labels.put(table, id, row)
      for (const noun of NOUNS) for (const part of nounParts(model, noun)) unloaded.add(part)
      decodeFront(model.tables.customers, front.data as SavedFront)
      unloaded.delete(frontPart('customers'))
      if (data.locale !== model.sorter.locale) for (const table of Object.values(model.tables)) table.orders.clear()
      for (const noun of NOUNS) saved.set(frontPart(noun), frontVersion(model, model.tables[noun]))
      return true
    },
    load,
    save: async (model) => {
      for (const noun of NOUNS)
        if (!unloaded.has(frontPart(noun)) && !unloaded.has(columnKey(noun, defaultSorts[noun].column)))
          model.sorter.order(noun, defaultSorts[noun])
      const parts = NOUNS.flatMap((noun) => changedParts(model, model.tables[noun], rewrite))
      if (parts.length === 0 && model.seq === coveredSeq) return
      const name = generation ?? newGeneration()
      const counts = groupCounts(model)
      const manifest: Manifest = {
        format: formatOf(model),
        locale: model.sorter.locale,
        labels: model.labels.rows(),
        groups: counts,
      }
      const { seq } = model
      const blobs = [...parts, [MANIFEST, manifest] as const]
      // If it fails, what was noted as saved is not: the next time writes all that is in memory.
      rewrite = true
      const beside = generation === undefined ? undefined : { key: MANIFEST, seq: coveredSeq, generation }
      const written = await source.saveBlobs(
        blobs.map(([key, data]) => ({ key, seq, generation: name, data })),
        seq,
        beside,
      )
      if (!written) throw new StaleSaveError()
      rewrite = false
      generation = name
      coveredSeq = seq
      groups = counts
    },
  }
}
