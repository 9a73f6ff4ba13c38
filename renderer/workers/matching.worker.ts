import type { MatchingReply, MatchingRequest, MatchingResults } from '../../shared/merging/index.ts'
import { createDatabase, type DatabaseAccess, rowsOf } from '../data/database.ts'
import { createDatabaseSource } from '../read-model/source.ts'
import { createMatchingService, type MatchingService } from './matching-service.ts'

let service: MatchingService | undefined

const start = ({ dbName, rowKey }: DatabaseAccess): MatchingService => {
  const db = createDatabase(dbName, 'relaxed', rowKey)
  return createMatchingService(createDatabaseSource(db), (companyIds) =>
    rowsOf(db, 'customers')
      .where('companyId')
      .anyOf([...companyIds])
      .primaryKeys(),
  )
}

const tell = (message: MatchingReply) => postMessage(message)

const answer = (
  { similar, similarTo, scan, rescan }: MatchingService,
  request: MatchingRequest,
): Promise<MatchingResults[keyof MatchingResults]> => {
  switch (request.ask) {
    case 'similar':
      return similar(request.record, request.kind, request.limit)
    case 'similarTo':
      return similarTo(request.customerId, request.limit)
    case 'scan':
      return scan((done, total) => tell({ progress: { done, total } }))
    case 'rescan':
      return rescan(request.seq)
  }
}

addEventListener('message', async ({ data }: MessageEvent<DatabaseAccess | MatchingRequest>) => {
  if ('dbName' in data) {
    service = start(data)
    return
  }
  if (!service) return
  try {
    tell({ id: data.id, result: await answer(service, data) })
  } catch (error) {
    tell({ id: data.id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
})
