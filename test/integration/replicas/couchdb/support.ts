import { randomUUID } from 'node:crypto'

import { createKeyring } from '../../../../electron/services/keys/keyring.ts'
import type { RecordCodec } from '../../../../electron/services/replicas/codec.ts'
import type { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'
import { openCodec } from '../../../../electron/services/replicas/open-codec.ts'
import { sealedCodec } from '../../../../electron/services/replicas/sealed-codec.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'

export type CouchPlace = Parameters<typeof couchTarget>[0]['place']

/** A database of its own for each test. */
export const somePlace = (url: string, database = `book-${randomUUID()}`): CouchPlace => ({
  kind: 'couchdb',
  url,
  database,
})

export const openHead = (epoch = '0123456789abcdef', bookId = 'book'): TargetHead => ({
  format: 1,
  bookId,
  epoch,
  createdAt: '2026-11-30T08:00:00.000Z',
  sealed: false,
})

/** A sealed head and the codec of its key; made once, because a passphrase takes its time. */
export const sealedPair = async (): Promise<{ head: TargetHead; codec: RecordCodec }> => {
  const { keyring, key } = await createKeyring('a passphrase of some length')
  return {
    head: { ...openHead(), sealed: true, keyring },
    codec: sealedCodec({ bookId: 'book', key, keyId: keyring.keyId }),
  }
}

/** Time that passes at once: for what waits and tries again. */
export const quickTime = () => {
  let skipped = 0
  return {
    now: () => Date.now() + skipped,
    sleep: async (millis: number) => {
      skipped += millis
    },
  }
}

export const openPair = (): { head: TargetHead; codec: RecordCodec } => ({ head: openHead(), codec: openCodec() })

/** One request with JSON, past Fairbook, as an administrator or a stranger would make it. */
export const askJson = async (url: string, method = 'GET', json?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  const value: unknown = await response.json()
  return { status: response.status, value }
}
