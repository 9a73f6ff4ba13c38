import { useEffect, useState } from 'react'

import type { CustomField, NounName } from '../../shared/domain/index.ts'
import { useBook } from '../data/index.ts'
import { useReadModel } from '../read-model/hooks.ts'
import { cleanValue } from './form-model.ts'
import { useLookups } from './lookups.ts'
import { findTaken, type Taken } from './taken.ts'

/** Who holds a value already that an input was left with; nothing where no two are forbidden, or while it is asked. */
export const useTaken = (
  noun: NounName,
  definition: CustomField | undefined,
  left: unknown,
  ownId: unknown,
): Taken | undefined => {
  const book = useBook()
  const model = useReadModel()
  const { settings } = useLookups()
  const [found, setFound] = useState<{ value: unknown; taken: Taken | undefined }>()
  const country = settings?.country
  useEffect(() => {
    if (definition?.unique !== true || (noun !== 'customers' && noun !== 'deals')) return undefined
    const value = cleanValue(left)
    if (value === undefined) return undefined
    let wanted = true
    const id = typeof ownId === 'string' ? ownId : undefined
    // What can't be asked now is asked again when saving, which tells why.
    findTaken({ book, model, country }, noun, definition, value, id)
      .then((taken) => {
        if (wanted) setFound({ value: left, taken })
      })
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [book, model, country, noun, definition, left, ownId])
  return found && found.value === left ? found.taken : undefined
}
