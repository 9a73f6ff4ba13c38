import type { Aside } from '../../../../shared/change/index.ts'
import { merge, type RecordState } from '../../../../shared/change/index.ts'
import { type RecordCodec, UnreadableRecord } from '../codec.ts'
import type { Database } from './database.ts'
import { bodyOf, type Document, metaOf } from './documents.ts'

/** A record as it stands at the server. */
export type Stored = {
  rev: string
  /** Versions that lost against the one of `rev`. What they say is in `state`. */
  lost: string[]
  /** The merge of all versions that can be read. */
  state: RecordState | undefined
  /** Why a version cannot be read. */
  unreadable: Aside['reason'] | undefined
}

/** At most this many lost versions are looked at in one go; the next writing takes the next. */
const MOST_LOST = 50

type Read = { state: RecordState } | { unreadable: Aside['reason'] }

const decode = (codec: RecordCodec, id: string, doc: Document): Read => {
  try {
    return { state: codec.decode(id, bodyOf(doc)) }
  } catch (error) {
    if (error instanceof UnreadableRecord) return { unreadable: error.reason }
    throw error
  }
}

/** Reads a document with all its versions: in a cluster that was parted, both sides may have taken an edit. */
export const readStored = async (
  db: Pick<Database, 'getLarge'>,
  codec: RecordCodec,
  id: string,
  doc: Document,
): Promise<Stored> => {
  const meta = metaOf(doc)
  if (meta === undefined) return { rev: '', lost: [], state: undefined, unreadable: 'damaged' }
  const reads = [decode(codec, id, doc)]
  const lost: string[] = []
  for (const rev of meta.conflicts.slice(0, MOST_LOST)) {
    const other = await db.getLarge(id, rev)
    if (other === undefined) continue
    const read: Read = other === 'tooLong' ? { unreadable: 'tooLarge' } : decode(codec, id, other)
    // One that a newer program wrote stays for that program.
    if ('state' in read || mayReplace(read.unreadable)) lost.push(rev)
    reads.push(read)
  }
  const states = reads.flatMap((read) => ('state' in read ? [read.state] : []))
  const [first, ...rest] = states
  return {
    rev: meta.rev,
    lost,
    state: first && rest.reduce(merge, first),
    unreadable: reads.flatMap((read) => ('unreadable' in read ? [read.unreadable] : []))[0],
  }
}

/** Whether something unreadable may be written over by who knows the record: not what others can still read. */
export const mayReplace = (reason: Aside['reason']): boolean => reason === 'damaged' || reason === 'odd'
