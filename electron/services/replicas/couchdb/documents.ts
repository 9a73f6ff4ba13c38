import { z } from 'zod'

/** The document in which the head of the target stands. No record's id is like it: those have a colon, or 23 letters. */
export const HEAD_ID = 'fairbook'
/** Before the name of an attachment's document. */
export const BLOB_PREFIX = 'blob-'

/** A document as the server gives it: its own fields begin with `_`. */
export const documentSchema = z.record(z.string(), z.unknown())
export type Document = z.infer<typeof documentSchema>

const revSchema = z.string().min(1).max(200)

/** Where a database stands: a number in PouchDB and old CouchDBs, an opaque text in others. */
const seqSchema = z.union([z.number(), z.string().min(1).max(50_000)]).transform(String)

export const changesSchema = z.object({
  results: z.array(
    z.object({
      seq: seqSchema,
      id: z.string(),
      deleted: z.boolean().optional(),
      doc: documentSchema.nullish(),
    }),
  ),
  last_seq: seqSchema,
  /** How many are left; some servers do not say. */
  pending: z.number().optional(),
})
export type Changes = z.infer<typeof changesSchema>

/** Of `_all_docs` asked by keys, in their order. */
export const allDocsSchema = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      value: z.object({ rev: revSchema }).nullish(),
      doc: documentSchema.nullish(),
    }),
  ),
})

/** Of `_bulk_docs`, in the order of the documents. */
export const bulkSchema = z.array(
  z.object({
    id: z.string().optional(),
    rev: revSchema.optional(),
    error: z.string().optional(),
    reason: z.string().optional(),
  }),
)

export const writtenSchema = z.object({ rev: revSchema })

/** The revision of a document and those of its versions that lost against it (a cluster that was parted has such). */
const metaSchema = z.object({ _rev: revSchema, _conflicts: z.array(revSchema).optional() })
export const metaOf = (doc: Document): { rev: string; conflicts: string[] } | undefined => {
  const meta = metaSchema.safeParse(doc).data
  return meta && { rev: meta._rev, conflicts: meta._conflicts ?? [] }
}

/** A document without what the server keeps about it. */
export const bodyOf = (doc: Document): Document =>
  Object.fromEntries(Object.entries(doc).filter(([key]) => !key.startsWith('_')))
