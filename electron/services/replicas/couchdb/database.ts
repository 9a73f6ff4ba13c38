import type { z } from 'zod'
import {
  allDocsSchema,
  bulkSchema,
  type Changes,
  changesSchema,
  type Document,
  documentSchema,
  writtenSchema,
} from './documents.ts'
import { AnswerTooLong } from './exchange.ts'
import { type Http, jsonOf, type Request } from './http.ts'

/** An answer of several documents is at most this long: they are asked for in smaller lots then. */
const LOT = 16 * 1024 * 1024
/** The longest answer for one document. */
const SINGLE = 64 * 1024 * 1024

/** The result of writing one document: its new revision, or why not. */
export type Written = { rev: string } | { error: string }

/** One database at a server, call by call. */
export type Database = Http & {
  path: (...rest: string[]) => readonly string[]
  /** @throws AnswerTooLong */
  changes: (since: string, limit: number, docs: boolean) => Promise<Changes>
  /** A document; undefined where there is none. For documents that are small. */
  get: (id: string) => Promise<Document | undefined>
  /** A document (its losing versions named), or one of its versions, of any size. */
  getLarge: (id: string, rev?: string) => Promise<Document | undefined | 'tooLong'>
  /** The revision of a document, also of one that was deleted; undefined where there never was one. */
  revOf: (id: string) => Promise<string | undefined>
  /** Documents by id, in that order; undefined where there is none. One that is too long comes as `tooLong`. */
  getAll: (ids: readonly string[]) => Promise<(Document | undefined | 'tooLong')[]>
  /** 'conflict' when another version is there. */
  put: (id: string, doc: Document) => Promise<{ rev: string } | 'conflict'>
  /** Writes documents; 'tooLarge' when the server takes no request of this size. */
  bulk: (docs: readonly Document[]) => Promise<(Written | undefined)[] | 'tooLarge'>
}

const TOO_LARGE = 'tooLarge'

export const openDatabase = (http: Http, database = http.address.database): Database => {
  const path = (...rest: string[]) => [database, ...rest]
  const documentIn = jsonOf(documentSchema)

  const getOne = async (id: string, rev: string | undefined, large: boolean): Promise<Document | undefined> => {
    const request: Request = {
      method: 'GET',
      path: path(id),
      query: rev === undefined ? { conflicts: 'true' } : { rev },
      ...(large && { most: SINGLE, divisible: true }),
      also: [404],
    }
    const found = await http.ask<{ doc: Document | undefined }>(request, (answer) => {
      const doc = documentIn(answer)
      if (answer.status === 404) return isMissing(doc) ? { doc: undefined } : undefined
      return doc && { doc }
    })
    return found.doc
  }

  const getLarge: Database['getLarge'] = async (id, rev) => {
    try {
      return await getOne(id, rev, true)
    } catch (error) {
      if (error instanceof AnswerTooLong) return 'tooLong'
      throw error
    }
  }

  const rowsOf = async (keys: readonly string[], docs: boolean) => {
    const read = jsonOf(allDocsSchema)
    const request: Request = {
      method: 'POST',
      path: path('_all_docs'),
      ...(docs && { query: { include_docs: 'true', conflicts: 'true' } }),
      json: { keys },
      most: LOT,
      divisible: docs,
    }
    const { rows } = await http.ask(request, (answer) => {
      const found = read(answer)
      const isWhole = found?.rows.length === keys.length && found.rows.every(({ key }, n) => key === keys[n])
      return isWhole ? found : undefined
    })
    return rows
  }

  const getAll: Database['getAll'] = async (ids) => {
    if (ids.length === 0) return []
    try {
      const rows = await rowsOf(ids, true)
      return rows.map(({ doc }, index) => (doc?.['_id'] === ids[index] ? (doc ?? undefined) : undefined))
    } catch (error) {
      if (!(error instanceof AnswerTooLong)) throw error
      const [only] = ids
      if (ids.length === 1 && only !== undefined) return [await getLarge(only)]
      const half = Math.ceil(ids.length / 2)
      return [...(await getAll(ids.slice(0, half))), ...(await getAll(ids.slice(half)))]
    }
  }

  return {
    ...http,
    path,
    get: (id) => getOne(id, undefined, false),
    getLarge,
    getAll,
    revOf: async (id) => (await rowsOf([id], false))[0]?.value?.rev,
    changes: (since, limit, docs) =>
      http.ask(
        {
          method: 'GET',
          path: path('_changes'),
          query: { since, limit: String(limit), ...(docs && { include_docs: 'true', conflicts: 'true' }) },
          most: limit === 1 ? SINGLE : LOT,
          divisible: docs,
        },
        jsonOf(changesSchema),
      ),
    put: (id, doc) =>
      http.ask({ method: 'PUT', path: path(id), json: doc, also: [409] }, (answer) =>
        answer.status === 409 ? 'conflict' : jsonOf(writtenSchema)(answer),
      ),
    bulk: (docs) =>
      http.ask<(Written | undefined)[] | 'tooLarge'>(
        { method: 'POST', path: path('_bulk_docs'), json: { docs }, also: [413] },
        (answer) => {
          if (answer.status === 413) return TOO_LARGE
          const results = jsonOf(bulkSchema)(answer)
          return results && docs.map((doc, index) => writtenAs(doc, results[index]))
        },
      ),
  }
}

/** A 404 of the server itself; what stands in between says it otherwise. */
const isMissing = (doc: Document | undefined): boolean => doc?.['error'] === 'not_found'

/** A result that is not of this document says nothing about it. */
const writtenAs = (doc: Document, result: z.infer<typeof bulkSchema>[number] | undefined): Written | undefined => {
  if (result === undefined || (result.id !== undefined && result.id !== doc['_id'])) return undefined
  if (result.error !== undefined) return { error: result.error }
  return result.rev === undefined ? undefined : { rev: result.rev }
}
