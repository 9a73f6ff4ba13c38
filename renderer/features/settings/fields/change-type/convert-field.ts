import { v7 as uuid } from 'uuid'

import { AppError } from '../../../../../shared/app-error.ts'
import {
  type CustomField,
  type CustomFieldType,
  customFieldId,
  uniqueTypes,
} from '../../../../../shared/domain/index.ts'
import type { Book } from '../../../../data/index.ts'
import type { Trial } from './trial.ts'

const BATCH = 500

/** The definition of the new field: what does not depend on the type is kept. */
const turned = (before: CustomField, type: CustomFieldType, options: Trial['options']) => {
  const { scope, names, help, order, required, requiredFrom, unique, hiddenFrom, lockedFor, fixed, unrecorded } = before
  return {
    id: customFieldId(uuid()),
    scope,
    type,
    order,
    ...(names && { names }),
    ...(help && { help }),
    ...(required && { required }),
    ...(requiredFrom && { requiredFrom }),
    ...(unique && uniqueTypes.has(type) && { unique }),
    ...(hiddenFrom && { hiddenFrom }),
    ...(lockedFor && { lockedFor }),
    ...(fixed && { fixed }),
    ...(unrecorded && { unrecorded }),
    ...((type === 'choice' || type === 'choices') && { options }),
  }
}

/**
 * Changes the type of a field: a new one takes its name, its place and the converted values, and the old one is retired
 * with all that it holds, so that nothing is lost. One write: all or nothing, and undone as one.
 * @throws AppError cancelled
 */
export const convertField = (
  book: Book,
  before: CustomField,
  type: CustomFieldType,
  { values, options }: Pick<Trial, 'values' | 'options'>,
  { onProgress, signal }: { onProgress: (done: number) => void; signal: AbortSignal },
) =>
  book.write({ key: 'fieldConverted' }, async (draft) => {
    const table = before.scope === 'deals' ? 'deals' : 'customers'
    const { id } = draft.create('customFields', turned(before, type, options))
    await draft.update('customFields', before.id, { retired: true })
    for (const view of await book.db.views.toArray())
      if (view.columns?.includes(before.id) && view.deletedAt === undefined)
        await draft.update('views', view.id, { columns: view.columns.map((key) => (key === before.id ? id : key)) })
    const ids = [...values.keys()]
    for (let at = 0; at < ids.length; at += BATCH) {
      if (signal.aborted) throw new AppError('cancelled')
      await draft.setPathsOfAll(table, ids.slice(at, at + BATCH), (row) => {
        const value = values.get(row.id)
        return typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.keys(value).map((option) => [`${id}/${option}`, true]))
          : { [id]: value }
      })
      onProgress(Math.min(ids.length, at + BATCH))
    }
  })
