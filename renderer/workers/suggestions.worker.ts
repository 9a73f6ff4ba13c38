import { createDatabase, type DatabaseAccess } from '../data/database.ts'
import { findSuggestions, type SuggestionReport } from './suggestions.ts'

export type SuggestionReply = { report: SuggestionReport } | { error: string }

addEventListener('message', async ({ data }: MessageEvent<DatabaseAccess>) => {
  try {
    const reply: SuggestionReply = {
      report: await findSuggestions(createDatabase(data.dbName, 'relaxed', data.rowKey)),
    }
    postMessage(reply)
  } catch (error) {
    postMessage({ error: String(error) } satisfies SuggestionReply)
  }
})
