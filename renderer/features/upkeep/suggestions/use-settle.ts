import { v7 as uuid } from 'uuid'

import { pathsOf } from '../../../../shared/upkeep/index.ts'
import { useBook } from '../../../data/index.ts'
import type { Found } from '../../../workers/suggestions.ts'

/** Takes suggestions or sets them aside: one write, one undo. What was filled in meanwhile is left as it is. */
export const useSettle = () => {
  const book = useBook()
  return {
    apply: (chosen: readonly Found[]) =>
      book.write({ key: 'suggestionsApplied', params: { count: chosen.length } }, async (draft) => {
        for (const suggestion of chosen) {
          const customer = await draft.get('customers', suggestion.id)
          if (customer) await draft.setPaths('customers', suggestion.id, pathsOf(suggestion, customer, uuid))
        }
      }),
    dismiss: (chosen: readonly Found[]) =>
      book.write({ key: 'suggestionsDismissed', params: { count: chosen.length } }, async (draft) => {
        for (const { id, key } of chosen) await draft.setPaths('customers', id, { [`dismissed/${key}`]: true })
      }),
  }
}
