import fc from 'fast-check'
import { expect, test } from 'vitest'

import { derive } from '../../../../../electron/services/keys/kdf.ts'
import { keyIdOf } from '../../../../../electron/services/keys/key-id.ts'
import {
  changePassphrase,
  createKeyring,
  newerKeyring,
  newRecoveryKey,
  openKeyring,
} from '../../../../../electron/services/keys/keyring.ts'
import { AppError } from '../../../../../shared/app-error.ts'
import { type Keyring, keyringSchema } from '../../../../../shared/sync/index.ts'

const cheap = { N: 16, r: 8, p: 1 }
const passphrase = 'ąžuolas 7 kėdės'

const codeOf = async (job: Promise<unknown>): Promise<string> => {
  try {
    await job
    return 'done'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

test('scrypt answers as RFC 7914, section 12', async () => {
  const kdf = { name: 'scrypt', N: 1024, r: 8, p: 16, salt: Buffer.from('NaCl').toString('base64') } as const
  const made = await derive(Buffer.from('password'), kdf)
  expect(Buffer.from(made).toString('hex')).toBe('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162')
})

test('a cost that scrypt does not know is told as damage', async () => {
  for (const cost of [
    { N: 2 ** 20, r: 1, p: 1 },
    { N: 2 ** 16, r: 1, p: 1 },
    { N: 3, r: 8, p: 1 },
  ])
    await expect(derive(Buffer.from('x'), { name: 'scrypt', ...cost, salt: '' })).rejects.toMatchObject({
      code: 'keysDamaged',
    })
})

test('the passphrase and the recovery key both give the key, at the full cost', async () => {
  const { keyring, key, recoveryKey } = await createKeyring(passphrase)
  expect(keyringSchema.parse(JSON.parse(JSON.stringify(keyring)))).toEqual(keyring)
  expect(keyring.wraps.map(({ kind, kdf }) => [kind, kdf.N * kdf.r])).toEqual([
    ['passphrase', 2 ** 20],
    ['recovery', 2 ** 13],
  ])
  expect(keyring.keyId).toBe(keyIdOf(key))
  expect(await openKeyring(keyring, { passphrase })).toEqual(key)
  expect(await openKeyring(keyring, { recoveryKey })).toEqual(key)
})

test('a wrong passphrase, a wrong recovery key, a mistyped one and damage are told apart', async () => {
  const { keyring } = await createKeyring(passphrase, cheap)
  const { recoveryKey } = await createKeyring(passphrase, cheap)
  expect(await codeOf(openKeyring(keyring, { passphrase: 'ąžuolas 8 kėdės' }))).toBe('wrongPassphrase')
  expect(await codeOf(openKeyring(keyring, { passphrase: '' }))).toBe('wrongPassphrase')
  expect(await codeOf(openKeyring(keyring, { recoveryKey }))).toBe('wrongPassphrase')
  expect(await codeOf(openKeyring(keyring, { recoveryKey: `${recoveryKey}0` }))).toBe('invalidInput')
  const [own, recovery] = keyring.wraps
  if (!own || !recovery) throw new Error('no wraps')
  const sealed = own.sealed.startsWith('A') ? `B${own.sealed.slice(1)}` : `A${own.sealed.slice(1)}`
  const damaged = { ...keyring, wraps: [{ ...own, sealed }, recovery] }
  expect(await codeOf(openKeyring(damaged, { passphrase }))).toBe('keysDamaged')
  expect(await codeOf(openKeyring({ ...keyring, wraps: [recovery] }, { passphrase }))).toBe('keysDamaged')
})

test('a wrap of another keyring does not open, whatever its check says', async () => {
  const { keyring } = await createKeyring(passphrase, cheap)
  const other = await createKeyring(passphrase, cheap)
  const swapped = { ...keyring, wraps: other.keyring.wraps }
  expect(await codeOf(openKeyring(swapped, { passphrase }))).toBe('keysDamaged')
})

test.each([
  ['more memory than is borne', { N: 2 ** 22, r: 1, p: 1 }],
  ['more work than is borne', { N: 2 ** 17, r: 8, p: 16 }],
  ['a cost that is no power of two', { N: 1000, r: 8, p: 1 }],
])('a keyring that asks for %s is refused without doing it', async (_, cost) => {
  expect(await codeOf(derive(Buffer.from('x'), { name: 'scrypt', ...cost, salt: '' }))).toBe('keysDamaged')
})

test('one changed byte of a keyring: its key, or an error that says so', async () => {
  const { keyring, key } = await createKeyring(passphrase, cheap)
  const text = Buffer.from(JSON.stringify(keyring))
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const other = Buffer.from(text)
      other[at] = (other[at] ?? 0) ^ change
      let parsed: Keyring
      try {
        parsed = JSON.parse(other.toString('utf8'))
      } catch {
        return
      }
      try {
        expect(await openKeyring(parsed, { passphrase })).toEqual(key)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        expect(error.code).toBe('keysDamaged')
      }
    }),
    { numRuns: 3_000 },
  )
})

test('another passphrase opens the same key, the one before no longer; the recovery key stays', async () => {
  const { keyring, key, recoveryKey } = await createKeyring(passphrase, cheap)
  const next = await changePassphrase(keyring, key, 'дубовый стол у окна', cheap)
  expect(next.revision).toBe(2)
  expect(await openKeyring(next, { passphrase: 'дубовый стол у окна' })).toEqual(key)
  expect(await codeOf(openKeyring(next, { passphrase }))).toBe('wrongPassphrase')
  expect(await openKeyring(next, { recoveryKey })).toEqual(key)
  expect(await codeOf(changePassphrase(keyring, new Uint8Array(32), 'дубовый стол у окна', cheap))).toBe('keysDamaged')
  for (const weak of [' 1234567 ', 'password1234', 'qwertyuiop'])
    expect(await codeOf(changePassphrase(keyring, key, weak, cheap))).toBe('weakPassphrase')
})

test('another recovery key opens the same key, the one before no longer', async () => {
  const { keyring, key, recoveryKey } = await createKeyring(passphrase, cheap)
  const next = await newRecoveryKey(keyring, key)
  expect(await openKeyring(next.keyring, { recoveryKey: next.recoveryKey })).toEqual(key)
  expect(await codeOf(openKeyring(next.keyring, { recoveryKey }))).toBe('wrongPassphrase')
  expect(await openKeyring(next.keyring, { passphrase })).toEqual(key)
})

test('of two keyrings every device takes the same one, and never one of another key', async () => {
  const { keyring, key } = await createKeyring(passphrase, cheap)
  const one = await changePassphrase(keyring, key, 'first of two', cheap)
  const two = await changePassphrase(keyring, key, 'second of two', cheap)
  expect(newerKeyring(keyring, one)).toBe(one)
  expect(newerKeyring(one, keyring)).toBe(one)
  expect(newerKeyring(one, two)).toEqual(newerKeyring(two, one))
  const other = await createKeyring(passphrase, cheap)
  expect(newerKeyring(keyring, { ...other.keyring, revision: 99 })).toBe(keyring)
})

test('a passphrase opens however a keyboard writes it', async () => {
  const { keyring, key } = await createKeyring('می‌روم کیف ۱۲۳ žalia', cheap)
  const arabicKeyboard = ' ميروم كيف ١٢٣ z\u030calia '
  expect(await openKeyring(keyring, { passphrase: arabicKeyboard })).toEqual(key)
  expect(await codeOf(openKeyring(keyring, { passphrase: arabicKeyboard.toUpperCase() }))).toBe('wrongPassphrase')
})
