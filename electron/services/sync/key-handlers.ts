import { AppError } from '../../../shared/app-error.ts'
import type { DesktopHandlers } from '../../../shared/desktop-api.ts'
import { writeJoinCode } from '../../../shared/join-code/index.ts'
import type { Keyring, TargetHead } from '../../../shared/sync/index.ts'
import { changePassphrase, newerKeyring, newRecoveryKey } from '../keys/keyring.ts'
import type { SyncTarget } from '../replicas/target.ts'
import { type KeySource, keyFrom } from './key-from.ts'
import { targetAt } from './place.ts'
import type { Seat } from './seat.ts'

type KeyHandlers = Pick<
  DesktopHandlers,
  'sync.state' | 'sync.unlock' | 'sync.changePassphrase' | 'sync.newRecoveryKey' | 'sync.code'
>

const isWrong = (error: unknown): boolean => error instanceof AppError && error.code === 'wrongPassphrase'

/** How the secrets of a place are told, asked for and changed. */
export const keyHandlers = (seat: Seat): KeyHandlers => {
  const target = (): SyncTarget | undefined => {
    const { place } = seat.theConfig()
    return targetAt(place, seat.secrets().password, seat.options)
  }

  const keyringHere = (): Keyring => {
    const { keyring } = seat.theConfig().head
    if (keyring === undefined) throw new AppError('syncNotSealed')
    return keyring
  }

  const newerAt = async (): Promise<Keyring | undefined> => {
    const { head } = seat.theConfig()
    const there = (await target()?.inspect())?.head
    if (head.keyring === undefined || there?.keyring === undefined || there.epoch !== head.epoch) return undefined
    const keyring = newerKeyring(head.keyring, there.keyring)
    return keyring === head.keyring ? undefined : keyring
  }

  /** The keyring that is there, where a colleague changed the passphrase. Without a network what is here has to do. */
  const newerThere = (): Promise<Keyring | undefined> => newerAt().catch(() => undefined)

  /** Only one that opens is taken up: who can write there could else have this device forget the one that does. */
  const takeUp = async (keyring: Keyring, source: KeySource): Promise<Uint8Array> => {
    const key = await keyFrom(keyring, source)
    await seat.renew({ ...seat.theConfig().head, keyring })
    return key
  }

  const keyOf = async (source: KeySource): Promise<Uint8Array> => {
    try {
      return await keyFrom(keyringHere(), source)
    } catch (error) {
      const newer = isWrong(error) ? await newerThere() : undefined
      if (newer === undefined) throw error
      return takeUp(newer, source)
    }
  }

  /** The same before a change, which must be one of the newest keyring. */
  const keyToChange = async (source: KeySource): Promise<Uint8Array> => {
    const newer = await newerThere()
    return newer === undefined ? keyOf(source) : takeUp(newer, source)
  }

  const putKeyring = async (keyring: Keyring): Promise<void> => {
    const head: TargetHead = { ...seat.theConfig().head, keyring }
    // There first: a passphrase that only this device knew would lock out whoever joins.
    await target()?.replaceKeyring(head)
    await seat.renew(head)
  }

  return {
    'sync.state': async () => {
      const config = seat.config()
      const { keptBy } = seat.options.secrets
      const off = { place: null, sealed: false, target: '', needs: 'nothing', keptBy: keptBy() } as const
      if (config === undefined) return seat.isUnproven() ? { ...off, unproven: true } : off
      const { place, head } = config
      const { key, password } = seat.secrets()
      const asksPassword = place.kind === 'couchdb' && place.user !== undefined && password === undefined
      const needs = head.sealed && key === undefined ? 'key' : asksPassword ? 'password' : 'nothing'
      return { place, sealed: head.sealed, target: `sync:${head.epoch}`, needs, keptBy: keptBy() }
    },
    'sync.unlock': async ({ key: source, password }) => {
      if (password !== undefined) await seat.keep({ password })
      if (source !== undefined) await seat.keep({ key: await keyOf(source) })
      return {}
    },
    'sync.changePassphrase': async ({ key: source, next }) => {
      const key = await keyToChange(source)
      await putKeyring(await changePassphrase(keyringHere(), key, next, seat.options.cost))
      await seat.keep({ key })
      return {}
    },
    'sync.newRecoveryKey': async ({ passphrase }) => {
      const key = await keyToChange({ passphrase })
      const { keyring, recoveryKey } = await newRecoveryKey(keyringHere(), key)
      await putKeyring(keyring)
      return { recoveryKey }
    },
    'sync.code': async () => {
      const { place, head } = seat.theConfig()
      const { key } = seat.secrets()
      if (head.sealed && key === undefined) throw new AppError('syncKeyMissing')
      return { code: writeJoinCode({ place, bookId: head.bookId, ...(key && { key }) }) }
    },
  }
}
