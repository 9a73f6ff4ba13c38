import type { Disk } from '../disk/disk.ts'
import type { BookHandlers } from '../host-handlers.ts'
import type { LockKeeper } from '../lock/keeper.ts'
import { createQueue } from '../queue.ts'
import { lockProtector, type Protector } from '../secrets/protector.ts'
import { createSecrets, type Secrets } from '../secrets/secrets.ts'

export type KeptSecrets = {
  /** The secrets, kept by who can keep them now: the lock of a book that has one, else the system. */
  now: () => Promise<Secrets>
}

export type KeptOptions = {
  disk: Disk
  file: string
  keeper: Pick<LockKeeper, 'read' | 'isLocked' | 'key'>
  /** The system's, where it has one. */
  protector: Protector | undefined
  onProblem: (error: unknown) => void
}

/** Follows the lock: its key seals the secrets while there is one, and they are forgotten while it is closed. */
export const keepSecrets = ({ disk, file, keeper, protector, onProblem }: KeptOptions): KeptSecrets => {
  const queue = createQueue()
  let secrets: Secrets | undefined
  let keptBy: 'system' | 'lock' | 'none' = 'none'

  const follow = async (): Promise<Secrets> => {
    secrets ??= await createSecrets({ disk, file, onProblem })
    if (await keeper.isLocked()) {
      secrets.forget()
      keptBy = 'none'
      return secrets
    }
    const wanted = (await keeper.read()) === undefined ? 'system' : 'lock'
    if (wanted !== keptBy) await secrets.keepWith(wanted === 'lock' ? lockProtector(keeper.key()) : protector)
    keptBy = wanted
    return secrets
  }

  return { now: () => queue(follow) }
}

type Changes = Pick<BookHandlers, 'lock.enable' | 'lock.disable' | 'lock.close'>

/** The calls that change who keeps the secrets: those that were kept before are taken along. */
export const followedBySecrets = (lock: Changes, secrets: KeptSecrets): Changes => {
  const around = async <T>(change: () => Promise<T>): Promise<T> => {
    await secrets.now().catch(() => undefined)
    try {
      return await change()
    } finally {
      await secrets.now().catch(() => undefined)
    }
  }
  return {
    'lock.enable': (input) => around(() => lock['lock.enable'](input)),
    'lock.disable': (input) => around(() => lock['lock.disable'](input)),
    'lock.close': (input) => around(() => lock['lock.close'](input)),
  }
}
