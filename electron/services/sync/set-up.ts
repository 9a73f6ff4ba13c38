import { randomBytes } from 'node:crypto'

import { AppError } from '../../../shared/app-error.ts'
import type { DesktopHandlers, DesktopInput } from '../../../shared/desktop-api.ts'
import type { SyncPlace, TargetHead } from '../../../shared/sync/index.ts'
import { createKeyring } from '../keys/keyring.ts'
import type { SyncTarget } from '../replicas/target.ts'
import { keyToJoin } from './key-from.ts'
import type { SyncSecrets } from './link.ts'
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
  /** Called before another book than the one that is open is joined; what it throws leaves everything as it was. */
  beforeSwitch: () => Promise<void>
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
export const setUpHandlers = ({ seat, now, givenHead, beforeSwitch }: SetUpOptions): SetUp => {
  const headAt = async (at: SyncPlace, password: string | undefined): Promise<TargetHead> => {
    const head = at.kind === 'file' ? await givenHead() : (await place(seat, { place: at, password }).inspect()).head
    if (head === undefined) throw new AppError('syncNoBook')
    return head
  }

  /**
   * Takes up a place with its secrets. Those come last: whatever breaks in between, a password is never sent to another
   * server than its own, and nothing is sealed with the key of another place.
   */
  const settleAt = async (at: SyncPlace, head: TargetHead, secrets: Partial<SyncSecrets>): Promise<void> => {
    const before = seat.config()
    const removeBlobs = before?.head.epoch === head.epoch ? before.removeBlobs : []
    await seat.forgetSecrets()
    await seat.settle({ version: 1, place: at, head, removeBlobs })
    await seat.keep(secrets)
  }

  return {
    'sync.inspect': async (input) => summaryOf(await place(seat, input).inspect()),
    'sync.setUp': async ({ place: at, password, passphrase }) => {
      const { head, key, recoveryKey } = await newHead(seat.options, now(), passphrase)
      if (at.kind !== 'file') await place(seat, { place: at, password }).create(head)
      await settleAt(at, head, { key, password })
      return { ...(recoveryKey !== undefined && { recoveryKey }) }
    },
    'sync.join': async ({ place: at, password, key: source }) => {
      const head = await headAt(at, password)
      const known = seat.config()?.head
      // Only who stops to sync first lets a book that was sealed go out in the open.
      if (!head.sealed && known?.sealed === true && known.bookId === head.bookId) throw new AppError('syncNotSealed')
      const key = await keyToJoin(head, source)
      const switched = head.bookId !== seat.options.bookId
      if (switched) await beforeSwitch()
      await settleAt(at, head, { key, password })
      return { bookId: head.bookId, switched }
    },
    'sync.leave': async () => {
      await seat.forgetSecrets()
      await seat.settle(undefined)
      return {}
    },
  }
}
