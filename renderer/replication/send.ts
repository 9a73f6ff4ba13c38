import { AppError } from '../../shared/app-error.ts'
import type { Aside, RecordState } from '../../shared/change/index.ts'

type Sent = { cursor?: string | undefined; aside?: Aside[] | undefined }

/**
 * Sends records, by halves where they are too much for one message: long notes can make a batch more than one message
 * holds, and would fail for ever.
 * @throws AppError what the desktop side throws; `attachmentTooLarge` where a single record is too much
 */
export const sendInParts = async (
  records: readonly RecordState[],
  send: (records: RecordState[]) => Promise<Sent>,
): Promise<Sent> => {
  try {
    return await send([...records])
  } catch (error) {
    const tooLarge = error instanceof AppError && error.code === 'attachmentTooLarge'
    if (!tooLarge || records.length < 2) throw error
    const half = Math.ceil(records.length / 2)
    const first = await sendInParts(records.slice(0, half), send)
    const second = await sendInParts(records.slice(half), send)
    const aside = [...(first.aside ?? []), ...(second.aside ?? [])]
    return { cursor: second.cursor, ...(aside.length > 0 && { aside }) }
  }
}
