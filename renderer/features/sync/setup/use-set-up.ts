import { useState } from 'react'

import type { SyncSummary } from '../../../../shared/desktop-api.ts'
import { useBook, useSettings } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { isPassphraseReady, noPassphrase } from '../../../fields/index.ts'
import { useSync } from '../../../replication/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { clockMinutes } from '../place/clock.ts'
import {
  databaseName,
  emptyDraft,
  type PlaceDraft,
  type PlaceField,
  type PlaceKind,
  type PlaceLogin,
  readPlace,
  tidied,
} from '../place/place-draft.ts'
import { useInspect } from '../place/use-inspect.ts'
import { useSyncState } from '../sync-state.ts'
import type { Sealing } from './sealing-fields.tsx'

export type SetUpStep =
  | { at: 'place' }
  | { at: 'sealing'; login: PlaceLogin }
  | { at: 'ready'; recoveryKey: string | undefined }

/** Whether a place is as it should be: nothing to read before going on. */
const isPlain = ({ readableOnTheWay, writable, clockOffset }: SyncSummary): boolean =>
  !readableOnTheWay && writable && clockMinutes(clockOffset) === 0

/** The steps of making this book available somewhere. `submit` does what Enter means at each. */
export const useSetUp = (kind: PlaceKind) => {
  const desktop = useDesktop()
  const book = useBook()
  const settings = useSettings()
  const sync = useSync()
  const { refresh } = useSyncState()
  const [draft, setDraft] = useState<PlaceDraft>(() =>
    emptyDraft(kind, databaseName(book.id, settings?.companyName ?? undefined)),
  )
  const [wrong, setWrong] = useState<PlaceField>()
  const { inspection, inspect, forget } = useInspect()
  const [sealing, setSealing] = useState<Sealing>({ isSealed: true, passphrase: noPassphrase })
  const [step, setStep] = useState<SetUpStep>(
    kind === 'file' ? { at: 'sealing', login: { place: { kind } } } : { at: 'place' },
  )
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<unknown>()

  const change = (next: PlaceDraft) => {
    setDraft(next)
    setWrong(undefined)
    if (JSON.stringify(tidied(next)) !== JSON.stringify(tidied(draft))) forget()
  }

  const read = (): PlaceLogin | undefined => {
    const found = readPlace(draft)
    setWrong('wrong' in found ? found.wrong : undefined)
    return 'login' in found ? found.login : undefined
  }

  /** Looks at the place; `goOn` where nothing there needs to be read first. */
  const test = async (goOn: boolean): Promise<void> => {
    const login = read()
    if (!login) return
    const seen = inspection.state === 'found' ? inspection.summary : undefined
    const summary = seen ?? (await inspect(login))
    const isReady = summary !== undefined && !summary.book && (isPlain(summary) || seen !== undefined)
    if (goOn && isReady && summary.writable) setStep({ at: 'sealing', login })
  }

  const setUp = async (login: PlaceLogin): Promise<void> => {
    setWorking(true)
    setFailure(undefined)
    try {
      const { recoveryKey } = await desktop.call('sync.setUp', {
        ...login,
        ...(sealing.isSealed && { passphrase: sealing.passphrase.first }),
      })
      await refresh()
      await sync.reload()
      setStep({ at: 'ready', recoveryKey })
    } catch (error) {
      setFailure(error)
    } finally {
      setWorking(false)
    }
  }

  const join = () => {
    const login = read()
    if (login) openDialog({ kind: 'joinBook', ...login })
  }

  const canSeal = !sealing.isSealed || isPassphraseReady(sealing.passphrase)
  const submit = () => {
    if (step.at === 'place') void test(true)
    if (step.at === 'sealing' && canSeal && !working) void setUp(step.login)
  }
  return {
    step,
    draft,
    change,
    wrong,
    inspection,
    test: () => void test(false),
    join,
    sealing,
    setSealing,
    canSeal,
    working,
    failure,
    submit,
    back: () => setStep({ at: 'place' }),
  }
}
