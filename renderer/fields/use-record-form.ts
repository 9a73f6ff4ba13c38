import { zodResolver } from '@hookform/resolvers/zod'
import { type BaseSyntheticEvent, type KeyboardEvent, useMemo } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'

import type { Catalog, NounName } from '../../shared/domain/index.ts'
import { useBook } from '../data/index.ts'
import { useReadModel } from '../read-model/hooks.ts'
import { changedPaths, defaultValues, type FormValues, formSchema, issueKey, keysOfKind } from './form-model.ts'
import { useLookups } from './lookups.ts'
import { withPhoneNumbers } from './phone-number.ts'
import { findTaken, type Taken } from './taken.ts'

/** A form over a record, and what that holds: nothing of a new one. */
export type RecordForm = UseFormReturn<FormValues> & { readonly record: Readonly<FormValues> }

/** The fields whose changed value another record holds already, though no two may. */
const useTakenFields = (noun: NounName, catalog: Catalog) => {
  const book = useBook()
  const model = useReadModel()
  const { settings } = useLookups()
  return async (changed: Readonly<Record<string, unknown>>, ownId: unknown): Promise<[key: string, by: Taken][]> => {
    if (noun !== 'customers' && noun !== 'deals') return []
    const around = { book, model, country: settings?.country }
    const unique = catalog.own.filter(({ id, unique }) => unique === true && changed[id] !== undefined)
    const found = await Promise.all(
      unique.map(async (definition) => {
        const own = typeof ownId === 'string' ? ownId : undefined
        return [definition.id, await findTaken(around, noun, definition, changed[definition.id], own)] as const
      }),
    )
    return found.flatMap(([key, by]) => (by === undefined ? [] : [[key, by]]))
  }
}

/** Leads to the first input that something is wrong with, once that is drawn. */
const focusWrong = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus())
}

/**
 * A form over some fields of a noun. `onSave` gets what changed by path (for `draft.setPaths`) and all values, cleaned
 * and checked; it is not called when something is wrong. `submit` goes on the form, `onKeyDown` makes Ctrl+Enter save.
 * A new record, one without an id, begins with the defaults of one's own fields.
 */
export const useRecordForm = ({
  noun,
  keys,
  before,
  start = before,
  onSave,
}: {
  noun: NounName
  keys: readonly string[]
  /** What the record holds; nothing for a new one. */
  before: Readonly<FormValues>
  /** What the form begins with where that is not what the record holds. */
  start?: Readonly<FormValues>
  onSave: (changed: Record<string, unknown>, values: FormValues) => Promise<void> | void
}): {
  form: RecordForm
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  onKeyDown: (event: KeyboardEvent) => void
} => {
  const { settings, catalog } = useLookups()
  const takenFields = useTakenFields(noun, catalog)
  const isNew = before['id'] === undefined
  const joined = keys.join()
  const resolver = useMemo(
    () => zodResolver(formSchema(noun, joined.split(','), catalog, before), { error: issueKey }, { mode: 'sync' }),
    [noun, joined, catalog, before],
  )
  const first = isNew ? { ...defaultValues(noun, catalog), ...start } : start
  const form = useForm<FormValues>({
    defaultValues: Object.fromEntries(keys.map((key) => [key, first[key]])),
    resolver,
    mode: 'onTouched',
    shouldFocusError: true,
  })
  const submit = form.handleSubmit(async (values) => {
    const changed = changedPaths(before, values, keysOfKind(noun, keys, catalog, { ...before, ...values }))
    const taken = await takenFields(changed, before['id'])
    for (const [key, { name }] of taken)
      form.setError(key, { type: 'taken', message: 'fields.issue.taken', types: { by: name } }, { shouldFocus: true })
    if (taken.length > 0) return
    await onSave(await withPhoneNumbers(changed, settings?.country), values)
  }, focusWrong)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  return { form: { ...form, record: before }, submit, onKeyDown }
}
