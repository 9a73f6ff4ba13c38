import { afterAll, beforeAll } from 'vitest'

import { couchTarget } from '../../../../electron/services/replicas/couchdb/index.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import { type CouchServer, startCouch } from '../../../support/couchdb/start.ts'
import { type ReplicaUnderTest, replicaConformance } from '../../services/replica-conformance.ts'
import { askJson, openPair, sealedPair, somePlace } from './support.ts'

let server: CouchServer
beforeAll(async () => {
  server = await startCouch()
})
afterAll(() => server.stop())

const couchReplica =
  (pair: () => Promise<Awaited<ReturnType<typeof sealedPair>>>) => async (): Promise<ReplicaUnderTest> => {
    const { head, codec } = await pair()
    const place = somePlace(server.url)
    const target = couchTarget({ place, password: undefined })
    await target.create(head)
    const database = `${server.url}/${place.database}`
    const poison = async ({ table, id }: RecordState) => {
      const path = `${database}/${encodeURIComponent(codec.idOf(table, id))}`
      const { value } = await askJson(path)
      const damaged = { ...Object(value), record: { table }, sealed: 'AAAA' }
      await askJson(path, 'PUT', damaged)
    }
    return {
      replica: target.open(head, codec),
      poison,
      end: async () => {
        await askJson(database, 'DELETE')
      },
    }
  }

const sealed = sealedPair()
replicaConformance(
  'a CouchDB in the open',
  couchReplica(async () => openPair()),
  15,
)
replicaConformance(
  'a CouchDB that is sealed',
  couchReplica(() => sealed),
  15,
)
