import { type CustomField, isFieldOfKind, NOTE_CHANNEL, type NounName } from '../domain/index.ts'
import type { BookRow, PlanOptions } from './plan-types.ts'

const IMPORT_SOURCE = 'source:import'
const MAX = 500

/** The default of a field of one's own, as a record holds it. */
const ownDefault = ({ type, defaultValue }: CustomField): unknown =>
  type === 'choices' && Array.isArray(defaultValue)
    ? Object.fromEntries(defaultValue.map((option) => [option, true]))
    : defaultValue

/** What every new record of a noun has where its file says nothing. */
const nounDefaults = (table: NounName, { preset, now }: PlanOptions): Record<string, unknown> => {
  if (table === 'customers') return { kind: 'person', status: 'lead' }
  if (table === 'interactions') return { channel: preset?.defaults?.['channel'] ?? NOTE_CHANNEL, at: now }
  return {}
}

/**
 * A new record with what its file does not tell: the defaults of the batch, then those of the field, then those of the
 * noun. An import never gives consent. A record of Fairbook's own export is taken as it is.
 */
export const defaultsOf = (table: NounName, record: BookRow, options: PlanOptions): BookRow => {
  const { rules, catalog, exact, choices, fileName } = options
  const full: BookRow = { ...record }
  const give = (name: string, value: unknown) => {
    const field = catalog.field(table, name)
    if (full[name] === undefined && value !== undefined && field && isFieldOfKind(field, full['kind']))
      full[name] = value
  }
  for (const [name, value] of Object.entries(exact ? {} : rules.defaults)) {
    const isPlace = name === 'pipelineId' || name === 'stageId'
    if (name !== 'consents' && !isPlace && value !== '') give(name, value)
  }
  for (const [name, value] of Object.entries(nounDefaults(table, options))) give(name, value)
  if (exact) return full
  for (const definition of catalog.own) give(definition.id, ownDefault(definition))
  if (table === 'customers' && full['source'] === undefined && choices.has(IMPORT_SOURCE)) {
    full['source'] = IMPORT_SOURCE
    full['sourceDetail'] ??= fileName.slice(0, MAX)
  }
  return full
}
