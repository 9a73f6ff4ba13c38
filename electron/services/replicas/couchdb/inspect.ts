import { z } from 'zod'

import { AppError } from '../../../../shared/app-error.ts'
import type { TargetSummary } from '../target.ts'
import type { Database } from './database.ts'
import { documentSchema, writtenSchema } from './documents.ts'
import { readHead } from './head.ts'
import { type Http, jsonOf } from './http.ts'

const welcomeSchema = z.union([
  z.object({ couchdb: z.literal('Welcome') }),
  z.object({ 'express-pouchdb': z.literal('Welcome!') }),
])
const sessionSchema = z.object({ userCtx: z.object({ roles: z.array(z.string()) }) })
const infoSchema = z.object({
  doc_count: z.int().min(0),
  /** CouchDB 2 and later. */
  sizes: z.object({ file: z.number().optional() }).optional(),
  /** Before. */
  disk_size: z.number().optional(),
})
export type DatabaseInfo = { documents: number; bytes: number | undefined }

/** Makes sure that a CouchDB answers, and compares its clock. @throws AppError `syncNotAServer` */
export const greet = async (http: Http, now: () => number): Promise<{ clockOffset: number | undefined }> => {
  const place = http.address.name
  const before = now()
  return http.ask({ method: 'GET', path: [''], also: [404] }, (answer) => {
    const welcome = jsonOf(welcomeSchema)(answer)
    if (welcome === undefined) throw new AppError('syncNotAServer', { place, status: answer.status })
    const date = Date.parse(answer.headers.get('date') ?? '')
    // The header has whole seconds, so it is half a second behind on average.
    const offset = date + 500 - (before + now()) / 2
    return { clockOffset: Number.isFinite(offset) ? Math.round(offset) : undefined }
  })
}

/** What the server says of the database; undefined where there is none. */
export const databaseInfo = async (db: Database): Promise<DatabaseInfo | undefined> => {
  const { info } = await db.ask<{ info: DatabaseInfo | undefined }>(
    { method: 'GET', path: db.path(), also: [404] },
    (answer) => {
      if (answer.status === 404) return jsonOf(documentSchema)(answer) && { info: undefined }
      const found = jsonOf(infoSchema)(answer)
      return found && { info: { documents: found.doc_count, bytes: found.sizes?.file ?? found.disk_size } }
    },
  )
  return info
}

/** Documents that are no design documents. Those of a database that someone prepared (rights, filters) are no book. */
export const isEmpty = async (db: Database, { documents }: DatabaseInfo): Promise<boolean> => {
  if (documents === 0) return true
  const rows = z.object({ rows: z.array(z.object({ id: z.string() })) })
  const query = { startkey: '"_design/"', endkey: '"_design0"', limit: '1000' }
  const designs = await db.ask({ method: 'GET', path: db.path('_all_docs'), query }, jsonOf(rows))
  return designs.rows.filter(({ id }) => id.startsWith('_design/')).length >= documents
}

/** Whether this login may make databases. */
const mayCreate = (http: Http): Promise<boolean> =>
  http.ask({ method: 'GET', path: ['_session'], also: [401, 403, 404, 405] }, (answer) => {
    if (answer.status !== 200) return false
    return jsonOf(sessionSchema)(answer)?.userCtx.roles.includes('_admin')
  })

/** Whether this login may write: tried with a local document, which is in no list and is taken away again. */
const mayWrite = async (db: Database, random: () => number): Promise<boolean> => {
  const path = db.path('_local', `fairbook-probe-${Math.floor(random() * 1e12)}`)
  const written = await db.ask({ method: 'PUT', path, json: {}, also: [401, 403, 409] }, (answer) =>
    answer.status >= 400 ? { rev: undefined } : jsonOf(writtenSchema)(answer),
  )
  if (written.rev === undefined) return false
  await db.ask({ method: 'DELETE', path, query: { rev: written.rev }, also: [404, 409] }, () => true)
  return true
}

export const inspect = async (db: Database, now: () => number, random: () => number): Promise<TargetSummary> => {
  const { readableOnTheWay, name } = db.address
  const about = { ...(await greet(db, now)), readableOnTheWay }
  const info = await databaseInfo(db)
  if (info === undefined) return { ...about, head: undefined, records: 0, writable: await mayCreate(db) }
  const found = await readHead(db)
  if (found === undefined && !(await isEmpty(db, info))) throw new AppError('syncNotEmpty', { place: name })
  const records = found === undefined ? 0 : Math.max(0, info.documents - 1)
  return { ...about, head: found?.head, records, bytes: info.bytes, writable: await mayWrite(db, random) }
}
