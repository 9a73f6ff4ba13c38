import { z } from 'zod'

import { hashOf } from '../attachments/attachments.ts'
import { type RecordCodec, UnreadableRecord } from './codec.ts'
import { readState } from './read-state.ts'
import { openId } from './record-id.ts'

const bodySchema = z.object({ record: z.unknown() })

/** Records in the open, for a place that everyone who can read it may read. What is sealed there is `odd`. */
export const openCodec = (): RecordCodec => ({
  sealed: false,
  idOf: openId,
  encode: ({ table, id, values, stamp, stamps }) => ({
    record: { table, id, values, stamp, ...(stamps && { stamps }) },
  }),
  decode: (id, encoded) => {
    const body = bodySchema.safeParse(encoded)
    if (!body.success) throw new UnreadableRecord('odd')
    const state = readState(body.data.record)
    if (openId(state.table, state.id) !== id) throw new UnreadableRecord('odd')
    return state
  },
  blobName: (sha256) => sha256,
  encodeBlob: (_, bytes) => bytes,
  decodeBlob: (sha256, encoded) => {
    if (hashOf(encoded) !== sha256) throw new UnreadableRecord('damaged')
    return encoded
  },
})
