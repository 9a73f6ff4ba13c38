import { v7 as uuid } from 'uuid'

import { AppError } from '../../../../../shared/app-error.ts'
import { convertDefinition } from '../../../../../shared/domain/custom-field/convert-definition.ts'
import { type CustomField, customFieldId } from '../../../../../shared/domain/index.ts'
import type { Book } from '../../../../data/index.ts'
import { readSavedLists, usesOf } from './field-uses.ts'
import type { Trial } from './trial.ts'

const BATCH = 500

/**
 * Changes the type of a field: a new one takes its name, its place and the converted values, and the old one is retired
 * with all that it holds, so that nothing is lost. Saved views and segments ask for the new one. One write: all or
 * nothing, and undone as one.
 * @throws AppError cancelled
 */
export const convertField = (
  book: Book,
  before: CustomField,
  { values, conversion }: Pick<Trial, 'values' | 'conversion'>,
  { onProgress, signal }: { onProgress: (done: number) => void; signal: AbortSignal },
) =>
  book.write({ key: 'fieldConverted' }, async (draft) => {
    const table = before.scope === 'deals' ? 'deals' : 'customers'
    const id = customFieldId(uuid())
    const uses = usesOf(await readSavedLists(book), before.id, conversion)
    draft.create('customFields', { id, ...convertDefinition(before, conversion) })
    await draft.update('customFields', before.id, { retired: true })
    for (const use of uses) await draft.setPathsOfAll(use.table, [use.id], () => use.paths(id))
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
