import { useBook } from '../../data/index.ts'
import { useTellError } from '../../fields/index.ts'

/** Puts an interaction into the trash. */
export const useRemoveInteraction = (): ((id: string) => void) => {
  const book = useBook()
  const tellError = useTellError()
  return (id) =>
    void book.write({ key: 'interactionDeleted' }, (draft) => draft.remove('interactions', id)).catch(tellError)
}
