import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { hashOf } from '../../../../electron/services/attachments/attachments.ts'
import { type Disk, realDisk } from '../../../../electron/services/disk/disk.ts'
import { keyIdOf } from '../../../../electron/services/keys/key-id.ts'
import { type Entry, recordKey, recordText } from '../../../../electron/services/lines/record-line.ts'
import { SYNC_FILE_ENDING, writeSyncFile } from '../../../../electron/services/replicas/sync-file/index.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import { temporaryFolder } from '../../services/temporary-folder.ts'

export const key = randomBytes(32)

export const aHead = (sealed: boolean): TargetHead => ({
  format: 1,
  bookId: 'book-1',
  epoch: '00112233445566aa',
  createdAt: '2026-01-02T03:04:05.000Z',
  sealed,
  ...(sealed && {
    keyring: {
      version: 1,
      keyId: keyIdOf(key),
      revision: 1,
      wraps: [
        {
          kind: 'passphrase',
          kdf: { name: 'scrypt', N: 2, r: 1, p: 1, salt: '' },
          nonce: '',
          sealed: '',
          check: '',
        },
      ],
    },
  }),
})

const entryOf = (record: RecordState): Entry => {
  const json = Buffer.from(recordText(record))
  return { key: recordKey(json) ?? '', json }
}

async function* entriesOf(records: Iterable<RecordState>, batch = 1_000): AsyncGenerator<Entry[]> {
  let held: Entry[] = []
  for (const record of records) {
    held.push(entryOf(record))
    if (held.length < batch) continue
    yield held
    held = []
  }
  yield held
}

/** Attachments in memory. */
export const someAttachments = (files: readonly Uint8Array[]) => {
  const held = new Map(files.map((bytes) => [hashOf(bytes), Buffer.from(bytes)]))
  return {
    held,
    list: async () => [...held.keys()].sort(),
    read: async (sha256: string) => held.get(sha256),
    put: async (bytes: Uint8Array) => {
      const sha256 = hashOf(bytes)
      held.set(sha256, Buffer.from(bytes))
      return { sha256, size: bytes.length }
    },
  }
}

type Making = { sealed?: boolean; files?: readonly Uint8Array[]; disk?: Disk; head?: TargetHead; folder?: string }

/** Writes a sync file of these records. */
export const makeFile = async (records: Iterable<RecordState>, making: Making = {}) => {
  const { sealed = false, files = [], disk = realDisk, head = aHead(sealed) } = making
  const path = join(making.folder ?? (await temporaryFolder()), `book${SYNC_FILE_ENDING}`)
  const attachments = someAttachments(files)
  const written = await writeSyncFile({ disk, path, head, key, entries: entriesOf(records), attachments })
  return { path, written }
}
