import { randomBytes } from 'node:crypto'

import { AppError } from '../../../shared/app-error.ts'
import type { DesktopHandlers, DesktopInput } from '../../../shared/desktop-api.ts'
import type { SyncPlace, TargetHead } from '../../../shared/sync/index.ts'
import { createKeyring } from '../keys/keyring.ts'
import type { SyncTarget } from '../replicas/target.ts'
import { keyFrom } from './key-from.ts'
import { targetAt } from './place.ts'
import type { Seat } from './seat.ts'
import { summaryOf } from './summary.ts'

type SetUp = Pick<DesktopHandlers, 'sync.inspect' | 'sync.setUp' | 'sync.join' | 'sync.leave'>

export type SetUpOptions = {
  seat: Seat
  /** Unix milliseconds. */
  now: () => number
  /** The head of the sync file that was given last. */
  givenHead: () => Promise<TargetHead>
}

/** The place, which must be one that can be spoken to. */
const place = ({ options }: Seat, input: Pick<DesktopInput<'sync.inspect'>, 'place' | 'password'>): SyncTarget => {
  const target = targetAt(input.place, input.password, options)
  if (target === undefined) throw new AppError('syncOff')
  return target
}

const newHead = async ({ bookId, cost }: Seat['options'], now: number, passphrase: string | undefined) => {
  const made = passphrase === undefined ? undefined : await createKeyring(passphrase, cost)
  const head: TargetHead = {
    format: 1,
    bookId,
    epoch: randomBytes(8).toString('hex'),
    createdAt: new Date(now).toISOString(),
    sealed: made !== undefined,
    ...(made && { keyring: made.keyring }),
  }
  return { head, key: made?.key, recoveryKey: made?.recoveryKey }
}

/** How a book comes to sync at a place, and stops to. Joining another book leaves it to the caller to switch to it. */
export const setUpHandlers = ({ seat, now, givenHead }: SetUpOptions): SetUp => {
  const headAt = async (at: SyncPlace, password: string | undefined): Promise<TargetHead> => {
    const head = at.kind === 'file' ? await givenHead() : (await place(seat, { place: at, password }).inspect()).head
    if (head === undefined) throw new AppError('syncNoBook')
    return head
  }

  return {
    'sync.inspect': async (input) => summaryOf(await place(seat, input).inspect()),
    'sync.setUp': async ({ place: at, password, passphrase }) => {
      const { head, key, recoveryKey } = await newHead(seat.options, now(), passphrase)
      if (at.kind !== 'file') await place(seat, { place: at, password }).create(head)
      await seat.forgetSecrets()
      await seat.keep({ key, password })
      await seat.settle({ version: 1, place: at, head, removeBlobs: [] })
      return { ...(recoveryKey !== undefined && { recoveryKey }) }
    },
    'sync.join': async ({ place: at, password, key: source }) => {
      const head = await headAt(at, password)
      if (head.sealed && (head.keyring === undefined || source === undefined)) throw new AppError('syncKeyMissing')
      const key = head.keyring && source && (await keyFrom(head.keyring, source))
      await seat.forgetSecrets()
      await seat.keep({ key, password })
      await seat.settle({ version: 1, place: at, head, removeBlobs: [] })
      return { bookId: head.bookId, switched: head.bookId !== seat.options.bookId }
    },
    'sync.leave': async () => {
      await seat.forgetSecrets()
      await seat.settle(undefined)
      return {}
    },
  }
}
