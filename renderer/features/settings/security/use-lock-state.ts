import { useCallback, useEffect, useState } from 'react'

import type { LockState } from '../../../../shared/desktop-api.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'

/** Whether the book is locked with a passphrase; undefined while it is asked. `ask` asks again. */
export const useLockState = (): { state: LockState | undefined; ask: () => void } => {
  const desktop = useDesktop()
  const tellError = useTellError()
  const [state, setState] = useState<LockState>()
  const ask = useCallback(() => {
    desktop.call('lock.state', {}).then(setState, tellError)
  }, [desktop, tellError])
  useEffect(ask, [ask])
  return { state, ask }
}
