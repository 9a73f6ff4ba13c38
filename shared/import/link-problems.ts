import type { Catalog, Field, NounName } from '../domain/index.ts'
import type { Incoming } from './incoming.ts'
import type { BookRow, PlanOptions } from './plan-types.ts'
import type { Problem } from './problem.ts'

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const linksOf = (noun: NounName, catalog: Catalog) =>
  Object.entries<Field>(catalog.fields(noun)).flatMap(([name, { target }]) => (target ? [{ name, target }] : []))

/** Reads the records that rows link to by Fairbook's own ids. */
export const readLinks = async (
  rows: readonly Incoming[],
  known: Map<string, BookRow>,
  { noun, lookup, catalog }: Pick<PlanOptions, 'noun' | 'lookup' | 'catalog'>,
): Promise<void> => {
  for (const { name, target } of linksOf(noun, catalog)) {
    if (target === 'pipelines') continue
    const ids = new Set(rows.flatMap(({ values }) => text(values[name]) ?? []))
    for (const id of known.keys()) ids.delete(id)
    if (ids.size > 0) for (const [id, row] of await lookup(target, [...ids])) known.set(id, row)
  }
}

/** Links by id to what is not there. `isMade`: by an earlier row of this file. */
export const linkProblems = (
  { values, problems }: Incoming,
  known: ReadonlyMap<string, BookRow>,
  { noun, fileIds, pipelines, catalog }: Pick<PlanOptions, 'noun' | 'fileIds' | 'pipelines' | 'catalog'>,
  isMade: (id: string) => boolean,
): Problem[] => {
  const missing = linksOf(noun, catalog).filter(({ name, target }) => {
    const id = text(values[name])
    if (id === undefined || problems.some(({ path }) => path === name)) return false
    if (target === 'pipelines') return !pipelines.some((pipeline) => pipeline.id === id)
    return !known.has(id) && !isMade(id) && !(noun === target && fileIds.has(id))
  })
  const pipeline = pipelines.find(({ id }) => id === values['pipelineId'])
  const stage = text(values['stageId'])
  const badStage = noun === 'deals' && pipeline && stage !== undefined && !pipeline.stages[stage]
  return [...missing.map(({ name }) => name), ...(badStage ? ['stageId'] : [])].map((path) => ({
    code: 'unknownLink' as const,
    path,
    value: text(values[path]) ?? '',
  }))
}
