import { AppError } from '../../../shared/app-error.ts'
import type { TargetHead } from '../../../shared/sync/index.ts'
import type { Attachments } from '../attachments/attachments.ts'
import { diskError } from '../disk/errors.ts'
import type { Cost } from '../keys/kdf.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { readConfig, type SyncConfig, writeConfig } from './config.ts'
import { type Link, openLink, type SyncSecrets } from './link.ts'
import type { PlaceTools } from './place.ts'

export type SyncOptions = PlaceTools & {
  /** Where it is written down that, and where, the book syncs. */
  file: string
  secrets: Secrets
  attachments: Attachments
  /** What a passphrase costs to try. */
  cost: Cost
}

const KEY = 'sync key'
const PASSWORD = 'sync password'

/** Where a book syncs and with what secrets, as it stands now; the parts of the service share it. */
export type Seat = {
  readonly options: SyncOptions
  config: () => SyncConfig | undefined
  /** @throws AppError `syncOff` */
  theConfig: () => SyncConfig
  secrets: () => SyncSecrets
  keep: (secrets: Partial<SyncSecrets>) => Promise<void>
  forgetSecrets: () => Promise<void>
  /** Takes up a place, or another head of the same one; undefined gives it up. */
  settle: (config: SyncConfig | undefined) => Promise<void>
  /** Writes down what changed beside the place itself, which stays open. */
  note: (config: SyncConfig) => Promise<void>
  /** Takes over a head of the same place with a newer keyring. */
  renew: (head: TargetHead) => Promise<void>
  /** The place, open. @throws AppError `syncOff`, `syncKeyMissing`, `syncPasswordMissing` */
  link: () => Link
  close: () => void
}

export const takeSeat = async (options: SyncOptions): Promise<Seat> => {
  const { disk, file, secrets, attachments } = options
  let config = await readConfig(disk, file)
  let open: Link | undefined

  const reopen = (): void => {
    open?.blobs.stop()
    open = undefined
  }

  const held = (): SyncSecrets => {
    const password = secrets.get(PASSWORD)
    return { key: secrets.get(KEY), password: password && new TextDecoder().decode(password) }
  }

  const write = async (next: SyncConfig | undefined): Promise<void> => {
    try {
      if (next !== undefined) await writeConfig(disk, file, next)
      else await disk.rm(file, { force: true })
    } catch (error) {
      throw diskError(error, file, 'writing')
    }
    config = next
  }

  const theConfig = (): SyncConfig => {
    if (config === undefined) throw new AppError('syncOff')
    return config
  }

  const settle = async (next: SyncConfig | undefined): Promise<void> => {
    await write(next)
    reopen()
  }

  return {
    options,
    config: () => config,
    theConfig,
    secrets: held,
    keep: async ({ key, password }) => {
      if (key !== undefined) await secrets.set(KEY, key)
      if (password !== undefined) await secrets.set(PASSWORD, new TextEncoder().encode(password))
      reopen()
    },
    forgetSecrets: async () => {
      for (const name of [KEY, PASSWORD]) await secrets.remove(name)
    },
    settle,
    note: write,
    renew: (head) => settle({ ...theConfig(), head }),
    link: () => {
      open ??= openLink(theConfig(), held(), options, attachments)
      return open
    },
    close: reopen,
  }
}
