import { v7 as uuid } from 'uuid'

import type { Customer } from '../../../../shared/domain/index.ts'
import { pathsOf } from '../../../../shared/upkeep/index.ts'
import { useBook } from '../../../data/index.ts'
import type { Found } from '../../../workers/suggestions.ts'

/** Takes suggestions or sets them aside: one write, one undo. What was filled in meanwhile is left as it is. */
export const useSettle = () => {
  const book = useBook()
  return {
    apply: (chosen: readonly Found[]) =>
      book.write({ key: 'suggestionsApplied', params: { count: chosen.length } }, async (draft) => {
        for (const suggestion of chosen)
          await draft.setPathsOfAll('customers', [suggestion.id], (row) =>
            // Rows are what the noun's schema lets in.
            pathsOf(suggestion, row as unknown as Customer, uuid),
          )
      }),
    dismiss: (chosen: readonly Found[]) =>
      book.write({ key: 'suggestionsDismissed', params: { count: chosen.length } }, async (draft) => {
        for (const { id, key } of chosen)
          await draft.setPathsOfAll('customers', [id], () => ({ [`dismissed/${key}`]: true }))
      }),
  }
}
