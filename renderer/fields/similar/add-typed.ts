import { unflatten } from '../../../shared/change/index.ts'
import { addToCustomer, useBook } from '../../data/index.ts'
import { changedPaths, type FormValues } from '../form-model.ts'
import { useLookups } from '../lookups.ts'
import { withPhoneNumbers } from '../phone-number.ts'

/** Adds what was typed for a new customer to one of the book, where that says nothing yet. @throws AppError */
export const useAddTyped = () => {
  const book = useBook()
  const { settings } = useLookups()
  return async (id: string, values: FormValues, keys: readonly string[]): Promise<void> => {
    const typed = await withPhoneNumbers(changedPaths({}, values, keys), settings?.country)
    // Values of a form are JSON.
    await addToCustomer(book, id, unflatten(typed as Parameters<typeof unflatten>[0]))
  }
}
