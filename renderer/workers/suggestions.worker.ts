import { createDatabase } from '../data/database.ts'
import { findSuggestions, type SuggestionReport } from './suggestions.ts'

export type SuggestionReply = { report: SuggestionReport } | { error: string }

addEventListener('message', async ({ data }: MessageEvent<{ dbName: string }>) => {
  try {
    const reply: SuggestionReply = { report: await findSuggestions(createDatabase(data.dbName, 'relaxed')) }
    postMessage(reply)
  } catch (error) {
    postMessage({ error: String(error) } satisfies SuggestionReply)
  }
})
