import { createHash } from 'node:crypto'

/** Names a key without telling it: sixteen hex digits of a hash. A key has 256 random bits, so none can be guessed. */
export const keyIdOf = (key: Uint8Array): string =>
  createHash('sha256').update('fairbook key id\n').update(key).digest('hex').slice(0, 16)
