import { zodResolver } from '@hookform/resolvers/zod'
import { type KeyboardEvent, useMemo } from 'react'
import { useForm } from 'react-hook-form'

import type { NounName } from '../../shared/domain/index.ts'
import { changedPaths, type FormValues, formSchema, issueKey } from './form-model.ts'
import { useLookups } from './lookups.ts'
import { withPhoneNumbers } from './phone-number.ts'

/**
 * A form over some fields of a noun. `onSave` gets what changed by path (for `draft.setPaths`) and all values, cleaned
 * and checked; it is not called when something is wrong. `submit` goes on the form, `onKeyDown` makes Ctrl+Enter save.
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
}) => {
  const { settings, catalog } = useLookups()
  const joined = keys.join()
  const resolver = useMemo(
    () => zodResolver(formSchema(noun, joined.split(','), catalog), { error: issueKey }, { mode: 'sync' }),
    [noun, joined, catalog],
  )
  const form = useForm<FormValues>({
    defaultValues: Object.fromEntries(keys.map((key) => [key, start[key]])),
    resolver,
    mode: 'onTouched',
    shouldFocusError: true,
  })
  const submit = form.handleSubmit(async (values) => {
    const changed = changedPaths(before, values, keys)
    await onSave(await withPhoneNumbers(changed, settings?.country), values)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void submit()
  }
  return { form, submit, onKeyDown }
}
