import { z } from 'zod'

import { field, instantSchema, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/** One write of one path that was overruled, as an entry of `settled`: who overruled it, and when. */
const settledSchema = z.object({ at: instantSchema, by: z.string().optional() })

/** What was decided about the conflicts of one record: the writes that are not to be told of any more. */
export const conflictDecisions = defineNoun('conflictDecisions', {
  recordTable: required(field.text()),
  recordId: required(field.text()),
  /** By `settledKey`: the decisions of two devices merge entry by entry. */
  settled: field.data(z.record(z.string().min(1).max(700), settledSchema)),
})

export type ConflictDecision = z.infer<typeof conflictDecisions.schema>

/** One id for the decisions about a record, so that two devices that decide at once write the same record. */
export const conflictDecisionId = (table: string, id: string): string => `${table}|${id}`.slice(0, LONGEST_ID)
const LONGEST_ID = 200

/** Names the write of one path in `settled`. */
export const settledKey = (stamp: string, path: string): string => `${stamp} ${path}`
