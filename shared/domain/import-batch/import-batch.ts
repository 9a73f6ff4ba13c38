import { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/** One import: what came from where. Its id is the write id of all it changed. */
export const imports = defineNoun('imports', {
  fileName: required(field.text()),
  noun: required(field.text()),
  state: required(field.option(['running', 'done', 'cancelled', 'undone'])),
  created: required(field.number()),
  updated: required(field.number()),
  unchanged: required(field.number()),
  failed: required(field.number()),
  /** Rows left out because of the rules: nothing to update, or not to be made anew. */
  skipped: field.number(),
  /** How far it got, in rows: written together with the rows, so that it can go on after a crash. */
  rowsDone: field.number(),
  rowsTotal: field.number(),
  /** The program the file is from, where known. */
  source: field.text(),
  /** Which headers the file had: the same again is mapped as before. */
  signature: field.text(),
  /** SHA-256 of the file and of how it was read (sheet, header …), in hexadecimal. */
  fileHash: field.text(),
  /** The rules it ran with, as the import wrote them. */
  rules: field.data(z.string().max(20_000)),
  /** Which column went to which field, in the order of the file; '' for a column left out. */
  mapping: field.data(z.array(z.object({ header: z.string(), field: z.string() }))),
})
