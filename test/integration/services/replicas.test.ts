import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { openFolder } from '../../../electron/services/book-folder/open-folder.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'
import { createMemoryReplica } from './memory-replica.ts'
import { replicaConformance } from './replica-conformance.ts'

const journal = (sizes: { segmentBytes?: number; compactBytes?: number }) => async () => {
  const root = await mkdtemp(join(tmpdir(), 'fairbook-replica-'))
  const problem = (error: unknown) => {
    throw error
  }
  const folder = await openFolder({ disk: realDisk, paths: folderPaths(root), known: [], onProblem: problem, ...sizes })
  return {
    replica: folder.journal,
    end: async () => {
      await folder.close()
      await rm(root, { recursive: true })
    },
  }
}

replicaConformance('a list in memory', async () => ({
  replica: createMemoryReplica('book'),
  end: async () => undefined,
}))
replicaConformance('the journal', journal({}))
replicaConformance('the journal in tiny segments', journal({ segmentBytes: 300 }))
