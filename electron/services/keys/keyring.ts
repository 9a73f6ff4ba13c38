import { randomBytes } from 'node:crypto'

import { AppError } from '../../../shared/app-error.ts'
import { isStrongEnough, normalPassphrase } from '../../../shared/passphrase/index.ts'
import { type Keyring, keyringSchema } from '../../../shared/sync/index.ts'
import { type Cost, PASSPHRASE_COST, RECOVERY_COST } from './kdf.ts'
import { keyIdOf } from './key-id.ts'
import { newRecoveryBytes, readRecoveryKey, recoveryKeyText } from './recovery-key.ts'
import { KEY_BYTES } from './subkey.ts'
import { unwrapKey, type Wrap, wrapKey } from './wrap.ts'

/** What a person has to open a keyring with. */
export type KeyringSource = { passphrase: string } | { recoveryKey: string }

const passphraseBytes = (typed: string): Uint8Array => Buffer.from(normalPassphrase(typed), 'utf8')

const byPassphrase = async (key: Uint8Array, passphrase: string, cost: Cost): Promise<Wrap> => {
  if (!isStrongEnough(passphrase)) throw new AppError('weakPassphrase')
  return wrapKey(key, 'passphrase', passphraseBytes(passphrase), cost)
}

const byRecoveryKey = async (key: Uint8Array): Promise<{ wrap: Wrap; recoveryKey: string }> => {
  const bytes = newRecoveryBytes()
  return { wrap: await wrapKey(key, 'recovery', bytes, RECOVERY_COST), recoveryKey: recoveryKeyText(bytes) }
}

/**
 * A new random key of 32 bytes with two ways to it. The recovery key is told this once and kept nowhere.
 * @throws AppError `weakPassphrase` for one that is too short or too easy to guess
 */
export const createKeyring = async (
  passphrase: string,
  cost: Cost = PASSPHRASE_COST,
): Promise<{ keyring: Keyring; key: Uint8Array; recoveryKey: string }> => {
  const key = new Uint8Array(randomBytes(KEY_BYTES))
  const own = await byPassphrase(key, passphrase, cost)
  const { wrap, recoveryKey } = await byRecoveryKey(key)
  return { keyring: { version: 1, keyId: keyIdOf(key), revision: 1, wraps: [own, wrap] }, key, recoveryKey }
}

const secretOf = (source: KeyringSource): Pick<Wrap, 'kind'> & { secret: Uint8Array } => {
  if ('passphrase' in source) return { kind: 'passphrase', secret: passphraseBytes(source.passphrase) }
  const secret = readRecoveryKey(source.recoveryKey)
  if (secret === undefined) throw new AppError('invalidInput', { what: 'recoveryKey' })
  return { kind: 'recovery', secret }
}

/**
 * The key of a keyring, which may come from anywhere.
 * @throws AppError `wrongPassphrase` (of a recovery key as well), `keysDamaged`, and `invalidInput` with
 * `what: 'recoveryKey'` for one whose own check tells that it was mistyped
 */
export const openKeyring = async (keyring: Keyring, source: KeyringSource): Promise<Uint8Array> => {
  const parsed = keyringSchema.safeParse(keyring)
  if (!parsed.success) throw new AppError('keysDamaged')
  const { kind, secret } = secretOf(source)
  // One of each kind is ever written: to try more would let a keyring ask for more work.
  const wrap = parsed.data.wraps.find((one) => one.kind === kind)
  if (wrap === undefined) throw new AppError('keysDamaged')
  return unwrapKey(parsed.data.keyId, wrap, secret)
}

/** The keyring with another way of one kind, one revision later. What the key sealed stays as it is. */
const withWrap = (keyring: Keyring, wrap: Wrap): Keyring => ({
  ...keyring,
  revision: keyring.revision + 1,
  wraps: [...keyring.wraps.filter(({ kind }) => kind !== wrap.kind), wrap],
})

const checkKey = (keyring: Keyring, key: Uint8Array): void => {
  if (keyIdOf(key) !== keyring.keyId) throw new AppError('keysDamaged')
}

/**
 * Another passphrase for the same key. Who kept an older keyring and its passphrase can still open that one.
 * @throws AppError `weakPassphrase` for one that is too short or too easy to guess, `keysDamaged` when this is not the keyring's key
 */
export const changePassphrase = async (
  keyring: Keyring,
  key: Uint8Array,
  next: string,
  cost: Cost = PASSPHRASE_COST,
): Promise<Keyring> => {
  checkKey(keyring, key)
  return withWrap(keyring, await byPassphrase(key, next, cost))
}

/** Another recovery key for the same key. @throws AppError `keysDamaged` when this is not the keyring's key */
export const newRecoveryKey = async (
  keyring: Keyring,
  key: Uint8Array,
): Promise<{ keyring: Keyring; recoveryKey: string }> => {
  checkKey(keyring, key)
  const { wrap, recoveryKey } = await byRecoveryKey(key)
  return { keyring: withWrap(keyring, wrap), recoveryKey }
}

/**
 * The later of two keyrings, the same on every device: when two changed it at once, one of them counts for all.
 * One of another key is never taken for the later one: `own` stays.
 */
export const newerKeyring = (own: Keyring, other: Keyring): Keyring => {
  if (own.keyId !== other.keyId || own.revision > other.revision) return own
  if (own.revision < other.revision) return other
  return JSON.stringify(own.wraps) >= JSON.stringify(other.wraps) ? own : other
}
