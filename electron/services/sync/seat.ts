import { AppError } from '../../../shared/app-error.ts'
import type { TargetHead } from '../../../shared/sync/index.ts'
import type { Attachments } from '../attachments/attachments.ts'
import { onDisk } from '../disk/errors.ts'
import type { Cost } from '../keys/kdf.ts'
import { keyIdOf } from '../keys/key-id.ts'
import { createQueue } from '../queue.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { type ConfigProof, readConfig, type SyncConfig, writeConfig } from './config.ts'
import { type Link, openLink, type SyncSecrets } from './link.ts'
import type { PlaceTools } from './place.ts'

export type SyncOptions = PlaceTools & {
  /** Where it is written down that, and where, the book syncs. */
  file: string
  /** Of a locked book, which does not believe whoever can write there. */
  proof: ConfigProof | undefined
  secrets: Secrets
  attachments: Attachments
  /** Whether the book is still open. */
  isOpen: () => boolean
  /** What a passphrase costs to try. */
  cost: Cost
}

const KEY = 'sync key'
const PASSWORD = 'sync password'

/**
 * Where a book syncs and with what secrets, as it stands now; the parts of the service share it. It ends with its book,
 * which may be locked by now, or another one: what still waits for a network then gets `cancelled` and changes nothing.
 */
export type Seat = {
  readonly options: SyncOptions
  config: () => SyncConfig | undefined
  /** Whether a place is written down that this locked book did not choose: it counts as none until another is. */
  isUnproven: () => boolean
  /** @throws AppError `syncOff` */
  theConfig: () => SyncConfig
  /** A key that is not the one of this place is none. */
  secrets: () => SyncSecrets
  keep: (secrets: Partial<SyncSecrets>) => Promise<void>
  forgetSecrets: () => Promise<void>
  /** Takes up a place, or another head of the same one; undefined gives it up. */
  settle: (config: SyncConfig | undefined) => Promise<void>
  /** Writes down what changed beside the place itself, which stays open. */
  note: (change: (config: SyncConfig) => SyncConfig) => Promise<void>
  /** Takes over a head of the same place with a newer keyring. */
  renew: (head: TargetHead) => Promise<void>
  /** The place, open. @throws AppError `syncOff`, `syncKeyMissing`, `syncPasswordMissing` */
  link: () => Link
}

export const takeSeat = async (options: SyncOptions): Promise<Seat> => {
  const { disk, file, proof, secrets, attachments } = options
  let unproven = false
  let config = await readConfig(disk, file, proof).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'syncPlaceUnproven') throw error
    unproven = true
    return undefined
  })
  const writing = createQueue()
  let open: Link | undefined

  const checkOpen = (): void => {
    if (!options.isOpen()) throw new AppError('cancelled')
  }

  const reopen = (): void => {
    open?.blobs.stop()
    open = undefined
  }

  const held = (): SyncSecrets => {
    const [key, password] = [secrets.get(KEY), secrets.get(PASSWORD)]
    const isOurs = key !== undefined && keyIdOf(key) === config?.head.keyring?.keyId
    return { key: isOurs ? key : undefined, password: password && new TextDecoder().decode(password) }
  }

  /** One after the other, each made from what the one before left. */
  const write = (change: (config: SyncConfig | undefined) => SyncConfig | undefined): Promise<void> =>
    writing(async () => {
      checkOpen()
      const next = change(config)
      await onDisk(file, 'writing', () =>
        next === undefined ? disk.rm(file, { force: true }) : writeConfig(disk, file, next, proof),
      )
      config = next
      unproven = false
    })

  const theConfig = (): SyncConfig => {
    if (config === undefined) throw new AppError('syncOff')
    return config
  }

  const settle = async (next: SyncConfig | undefined): Promise<void> => {
    await write(() => next)
    reopen()
  }

  return {
    options,
    config: () => config,
    isUnproven: () => unproven,
    theConfig,
    secrets: held,
    keep: async ({ key, password }) => {
      checkOpen()
      if (key !== undefined) await secrets.set(KEY, key)
      if (password !== undefined) await secrets.set(PASSWORD, new TextEncoder().encode(password))
      reopen()
    },
    forgetSecrets: async () => {
      checkOpen()
      for (const name of [KEY, PASSWORD]) await secrets.remove(name)
    },
    settle,
    note: (change) => write((now) => now && change(now)),
    renew: async (head) => {
      await write((now) => now && { ...now, head })
      reopen()
    },
    link: () => {
      checkOpen()
      open ??= openLink(theConfig(), held(), options, attachments)
      return open
    },
  }
}
