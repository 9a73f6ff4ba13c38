import { useEffect, useMemo, useState } from 'react'
import { v7 as uuid } from 'uuid'

import { valueText } from '../../../../../shared/domain/custom-field/convert.ts'
import { type Reckoning, reckon } from '../../../../../shared/domain/custom-field/convert-text.ts'
import type { CustomField, CustomFieldType } from '../../../../../shared/domain/index.ts'
import { useBook } from '../../../../data/index.ts'
import { useLookups } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { readSavedLists, type SavedLists } from './field-uses.ts'
import { readHeld, readNames } from './held-values.ts'
import { type Held, type Trial, tryConversion } from './trial.ts'

type Read = {
  held: Held[]
  lists: SavedLists
  names: Awaited<ReturnType<typeof readNames>>
  readPhone: (typed: string) => string | undefined
}

/** The dry run of a change of type: nothing is written. `found` is how numbers and days seem to be written. */
export const useTrial = (
  definition: CustomField,
  to: CustomFieldType | undefined,
  said: Reckoning,
): { total: number; trial: Trial; found: Reckoning } | { error: unknown } | undefined => {
  const { t } = useI18n()
  const book = useBook()
  const { settings } = useLookups()
  const [read, setRead] = useState<Read>()
  const [error, setError] = useState<unknown>()
  const currency = settings?.currency ?? 'EUR'
  const country = settings?.country
  useEffect(() => {
    let wanted = true
    const run = async () => {
      const [held, lists, names, { readPhone }] = await Promise.all([
        readHeld(book, definition, currency),
        readSavedLists(book),
        readNames(book),
        import('../../../../../shared/phone/index.ts'),
      ])
      if (wanted) setRead({ held, lists, names, readPhone: (typed) => readPhone(typed, country).e164 })
    }
    run().catch((failure: unknown) => {
      if (wanted) setError(failure)
    })
    return () => {
      wanted = false
    }
  }, [book, definition, currency, country])
  const { decimalMark, dateOrder } = said
  return useMemo(() => {
    if (error !== undefined) return { error }
    if (read === undefined || to === undefined) return undefined
    const base = {
      from: definition.type,
      to,
      options: definition.options,
      newId: uuid,
      words: { yes: t('customers.yes'), no: t('customers.no') },
      phoneNumber: read.readPhone,
      ...read.names,
    }
    const found = reckon(read.held.map(({ value, currency: own }) => valueText(value, base, own) ?? ''))
    const trial = tryConversion(
      read.held,
      { ...base, decimalMark: decimalMark ?? found.decimalMark, dateOrder: dateOrder ?? found.dateOrder },
      { key: definition.id, lists: read.lists, currency },
    )
    return { total: read.held.length, trial, found }
  }, [read, error, to, definition, decimalMark, dateOrder, currency, t])
}
