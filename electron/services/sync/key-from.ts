import { AppError } from '../../../shared/app-error.ts'
import type { DesktopInput } from '../../../shared/desktop-api.ts'
import { readJoinCode } from '../../../shared/join-code/index.ts'
import type { Keyring, TargetHead } from '../../../shared/sync/index.ts'
import { keyIdOf } from '../keys/key-id.ts'
import { openKeyring } from '../keys/keyring.ts'

/** What a person has: a passphrase, a recovery key, or the code of another device. */
export type KeySource = NonNullable<DesktopInput<'sync.join'>['key']>

/** The key of a sealed book from what a person has. @throws AppError `wrongPassphrase`, `keysDamaged` */
export const keyFrom = async (keyring: Keyring, source: KeySource): Promise<Uint8Array> => {
  if (!('code' in source)) return openKeyring(keyring, source)
  const { key } = readJoinCode(source.code)
  if (key === undefined || keyIdOf(key) !== keyring.keyId) throw new AppError('wrongPassphrase')
  return key
}

/**
 * The key to join the book of a head with; undefined for one that is not sealed. Whoever has a key was told that the
 * book is sealed: a place that says otherwise would have everything sent in the open.
 * @throws AppError `syncNotSealed`, `syncWrongBook` for a code of another book, `syncKeyMissing`, and as `keyFrom`
 */
export const keyToJoin = async (
  { bookId, sealed, keyring }: TargetHead,
  source: KeySource | undefined,
): Promise<Uint8Array | undefined> => {
  const code = source !== undefined && 'code' in source ? readJoinCode(source.code) : undefined
  if (code !== undefined && code.bookId !== bookId) throw new AppError('syncWrongBook')
  if (!sealed && source !== undefined && (code === undefined || code.key !== undefined))
    throw new AppError('syncNotSealed')
  if (!sealed) return undefined
  if (keyring === undefined || source === undefined) throw new AppError('syncKeyMissing')
  return keyFrom(keyring, source)
}
