import { createHash } from 'node:crypto'

import { AppError } from '../../../shared/app-error.ts'
import type { Keyring } from '../../../shared/sync/index.ts'
import { openBytes, SealBroken, sealBytes } from './aead.ts'
import { type Cost, derive, newKdf } from './kdf.ts'
import { keyIdOf } from './key-id.ts'

export type Wrap = Keyring['wraps'][number]

const NONCE = 12

/** What a wrap belongs to: none opens under another kind, cost or key. */
const belongs = (keyId: string, { kind, kdf }: Pick<Wrap, 'kind' | 'kdf'>): string =>
  JSON.stringify(['fairbook keyring', 1, keyId, kind, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt])

const checkOf = (keyId: string, wrap: Omit<Wrap, 'check'>): string =>
  createHash('sha256')
    .update(JSON.stringify([belongs(keyId, wrap), wrap.nonce, wrap.sealed]))
    .digest('base64')

/** Seals the key with what a secret gives: a way to it for who knows the secret. */
export const wrapKey = async (key: Uint8Array, kind: Wrap['kind'], secret: Uint8Array, cost: Cost): Promise<Wrap> => {
  const keyId = keyIdOf(key)
  const kdf = newKdf(cost)
  const sealed = sealBytes(await derive(secret, kdf), belongs(keyId, { kind, kdf }), key)
  const wrap = {
    kind,
    kdf,
    nonce: sealed.subarray(0, NONCE).toString('base64'),
    sealed: sealed.subarray(NONCE).toString('base64'),
  }
  return { ...wrap, check: checkOf(keyId, wrap) }
}

/** @throws AppError `wrongPassphrase` when the wrap is whole and does not open, `keysDamaged` when it is not whole */
export const unwrapKey = async (keyId: string, wrap: Wrap, secret: Uint8Array): Promise<Uint8Array> => {
  if (checkOf(keyId, wrap) !== wrap.check) throw new AppError('keysDamaged')
  const wrapping = await derive(secret, wrap.kdf)
  const sealed = Buffer.concat([Buffer.from(wrap.nonce, 'base64'), Buffer.from(wrap.sealed, 'base64')])
  try {
    const key = new Uint8Array(openBytes(wrapping, belongs(keyId, wrap), sealed))
    if (keyIdOf(key) === keyId) return key
  } catch (error) {
    if (error instanceof SealBroken) throw new AppError('wrongPassphrase')
    throw error
  }
  throw new AppError('keysDamaged')
}
