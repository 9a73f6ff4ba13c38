import { useCallback, useState } from 'react'

import type { Deal } from '../../../../shared/domain/index.ts'

type Overrides = ReadonlyMap<string, Partial<Deal>>

/** Until when a written change is shown over the book: then its live answers have long arrived. Milliseconds. */
const SETTLED = 1_500

/**
 * What a drop has changed, shown at once: a card must not fly back until the book answers. Forgotten when the write
 * failed, or soon after it was done.
 */
export const useOverrides = () => {
  const [overrides, setOverrides] = useState<Overrides>(new Map())
  const show = useCallback(async (changes: Overrides, write: () => Promise<void>) => {
    setOverrides((held) => new Map([...held, ...changes]))
    const forget = () => setOverrides((held) => new Map([...held].filter(([id, change]) => changes.get(id) !== change)))
    try {
      await write()
    } catch (error) {
      forget()
      throw error
    }
    setTimeout(forget, SETTLED)
  }, [])
  return { overrides, show }
}
