import { folderPaths } from './book-folder/folder-paths.ts'
import { createBookHolder } from './book-folder/holder.ts'
import { bookHandlers } from './book-handlers.ts'
import { type Disk, realDisk } from './disk/disk.ts'
import type { BookHandlers } from './host-handlers.ts'
import { createAttempts } from './keys/attempts.ts'
import { type Cost, PASSPHRASE_COST } from './keys/kdf.ts'
import { lockHandlers } from './lock/handlers.ts'
import { createLockKeeper } from './lock/keeper.ts'
import type { Protector } from './secrets/protector.ts'
import { syncHandlers } from './sync/handlers.ts'
import { followedBySecrets, keepSecrets } from './sync/kept-secrets.ts'

export type ServicesOptions = {
  /** Where the book is, as an absolute path; made when it is not there. */
  dataFolder: string
  disk?: Disk
  /** Unix milliseconds. */
  now?: () => number
  /** Keeps the secrets of sync over a restart, where the system can. Without one they are asked for at each start. */
  protector?: Protector | undefined
  /** Told about trouble that nobody waits for: a compaction or a daily backup that failed. */
  onProblem?: (error: unknown) => void
  /** How long after the opening the day's backup is looked after, in milliseconds. */
  dailyAfter?: number
  /** What it costs to try a passphrase of a new lock; less in tests. */
  passphraseCost?: Cost
  segmentBytes?: number
  compactBytes?: number
}

/** The services of the book behind the contract's calls. */
export type Services = {
  handlers: BookHandlers
  /** Writes what is under way and gives the folder back. Calling it twice does no harm. */
  close: () => Promise<void>
}

/** The window has better to do in its first seconds than to wait for a backup. */
const DAILY_AFTER = 10_000

/** The services of one data folder. Nothing is touched before `book.open` or a call of the lock. */
export const openServices = async (given: ServicesOptions): Promise<Services> => {
  const { dataFolder, disk = realDisk, now = Date.now } = given
  const paths = folderPaths(dataFolder)
  const options = { onProblem: () => undefined, dailyAfter: DAILY_AFTER, ...given, disk, now, paths }
  const attempts = createAttempts({ disk, file: paths.attempts, now })
  const keeper = createLockKeeper({ disk, paths, attempts })
  const holder = createBookHolder(options, keeper)
  const { onProblem, protector, passphraseCost: cost = PASSPHRASE_COST } = options
  const secrets = keepSecrets({ disk, file: paths.secrets, keeper, protector, onProblem })
  const book = bookHandlers(paths, holder, keeper)
  const lock = lockHandlers(keeper, holder, attempts, cost)
  const sync = syncHandlers({ disk, paths, holder, secrets, proof: keeper.proof, cost, now, onProblem }, book)
  return {
    handlers: { ...book, ...sync, ...lock, ...followedBySecrets(lock, secrets) },
    close: async () => {
      await holder.end()
      keeper.forget()
    },
  }
}
