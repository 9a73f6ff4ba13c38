import { createHmac, timingSafeEqual } from 'node:crypto'

import { subkey } from '../keys/subkey.ts'

/** Makes the proof of a text that stands in a file of its own: without the key of the lock nobody else can. */
export type Prove = (text: string) => string

/** @param key the lock's, 32 bytes; used at each call, not kept elsewhere */
export const settingsProof =
  (key: () => Uint8Array): Prove =>
  (text) =>
    createHmac('sha256', subkey(key(), 'settings')).update(text).digest('hex')

/** Whether two proofs are the same, told in the same time for any two. */
export const sameProof = (one: string, other: unknown): boolean =>
  typeof other === 'string' &&
  Buffer.byteLength(other) === Buffer.byteLength(one) &&
  timingSafeEqual(Buffer.from(one), Buffer.from(other))
