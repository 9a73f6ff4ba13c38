import { AppError } from '../../../shared/app-error.ts'
import type { DesktopInput } from '../../../shared/desktop-api.ts'
import { readJoinCode } from '../../../shared/join-code/index.ts'
import type { Keyring } from '../../../shared/sync/index.ts'
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
