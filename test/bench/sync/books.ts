import { createKeyring } from '../../../electron/services/keys/keyring.ts'
import type { RecordCodec } from '../../../electron/services/replicas/codec.ts'
import { couchTarget } from '../../../electron/services/replicas/couchdb/index.ts'
import { openCodec } from '../../../electron/services/replicas/open-codec.ts'
import { sealedCodec } from '../../../electron/services/replicas/sealed-codec.ts'
import { type RecordState, toState } from '../../../shared/change/index.ts'
import type { TargetHead } from '../../../shared/sync/index.ts'
import { customerAt, interactionAt } from '../page/data.ts'

/** A book at a server: where, and how to read it. */
export type BenchBook = {
  place: { kind: 'couchdb'; url: string; database: string }
  head: TargetHead
  codec: RecordCodec
}

/** Records of a book as people make them: a customer, then three interactions. */
export const recordAt = (index: number, count: number): RecordState =>
  index % 4 === 0
    ? toState('customers', customerAt(index / 4))
    : toState('interactions', interactionAt(index - Math.floor(index / 4), Math.ceil(count / 4)))

const openHead: TargetHead = {
  format: 1,
  bookId: 'bench',
  epoch: '0123456789abcdef',
  createdAt: '2026-11-30T08:00:00.000Z',
  sealed: false,
}

const FILL = 1_000

/** Makes a book of so many records at a server, past Fairbook's own way of pushing. */
export const makeBook = async (url: string, kind: 'open' | 'sealed', count: number): Promise<BenchBook> => {
  const place = { kind: 'couchdb' as const, url, database: `bench-${kind}-${count}` }
  const made = kind === 'sealed' ? await createKeyring('a passphrase of some length') : undefined
  const head = made ? { ...openHead, sealed: true, keyring: made.keyring } : openHead
  const codec = made ? sealedCodec({ bookId: head.bookId, key: made.key, keyId: made.keyring.keyId }) : openCodec()
  await couchTarget({ place, password: undefined }).create(head)
  for (let at = 0; at < count; at += FILL) {
    const docs = Array.from({ length: Math.min(FILL, count - at) }, (_, n) => {
      const record = recordAt(at + n, count)
      return { ...codec.encode(record), _id: codec.idOf(record.table, record.id) }
    })
    const response = await fetch(`${url}/${place.database}/_bulk_docs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ docs }),
    })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`the server took no records: ${response.status}`)
  }
  return { place, head, codec }
}
