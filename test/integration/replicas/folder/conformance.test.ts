import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { RecordCodec } from '../../../../electron/services/replicas/codec.ts'
import { openCodec } from '../../../../electron/services/replicas/open-codec.ts'
import { type ReplicaUnderTest, replicaConformance } from '../../services/replica-conformance.ts'
import { aHead, aSealedCodec, makeBook, openAs, recordFiles } from './support.ts'

const folder = (codec: RecordCodec, segmentBytes?: number) => async (): Promise<ReplicaUnderTest> => {
  const path = await mkdtemp(join(tmpdir(), 'fairbook-shared-'))
  const head = aHead({ sealed: codec.sealed })
  await makeBook(path, head)
  return {
    replica: openAs('device-a', path, { head, codec, segmentBytes }),
    poison: async ({ table, id }) => {
      const start = `{"data":{"id":"${codec.idOf(table, id)}"`
      for (const file of await recordFiles(path, 'device-a')) {
        const bytes = await readFile(file)
        const at = bytes.indexOf(start)
        if (at < 0) continue
        bytes[at + start.length + 20] = 0x21
        await writeFile(file, bytes)
      }
    },
    end: () => rm(path, { recursive: true }),
  }
}

replicaConformance('a shared folder', folder(openCodec()), 15)
replicaConformance('a shared folder in tiny files', folder(openCodec(), 300), 15)
replicaConformance('a sealed shared folder', folder(aSealedCodec(), 2_000), 15)
