import { z } from 'zod'

import { AppError } from '../../../../shared/app-error.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import type { Database } from './database.ts'
import { writeFirstHead } from './head.ts'
import { jsonOf } from './http.ts'
import { databaseInfo, greet, isEmpty } from './inspect.ts'

/** Revisions of a document whose names are kept. Their order is all that matters here, and merging needs none of it. */
const REVISIONS = 20

/** Makes the database; false where there is one. @throws AppError `syncForbidden` where this login may not */
const makeDatabase = (db: Database): Promise<boolean> =>
  db.ask({ method: 'PUT', path: db.path(), also: [412] }, ({ status }) => status !== 412)

const listSchema = z.object({ names: z.array(z.string()).default([]), roles: z.array(z.string()).default([]) })
const securitySchema = z.object({ members: listSchema.optional() })

/**
 * Lets in this login, and whoever the server's administrator gives the role `fairbook-<database>`; unless someone has
 * said already who may come in. A CouchDB of today lets only administrators into a new database, older ones everybody.
 */
const secure = async (db: Database, user: string): Promise<void> => {
  const path = db.path('_security')
  const { members } = await db.ask({ method: 'GET', path }, jsonOf(securitySchema))
  if (members?.names.length || members?.roles.some((role) => role !== '_admin')) return
  const json = {
    admins: { names: [], roles: ['_admin'] },
    members: { names: [user], roles: [`fairbook-${db.address.database}`] },
  }
  await db.ask({ method: 'PUT', path, json, also: [401, 403] }, () => true)
}

const limitRevisions = (db: Database): Promise<boolean> =>
  db.ask(
    { method: 'PUT', path: db.path('_revs_limit'), json: REVISIONS, also: [400, 401, 403, 404, 405, 501] },
    () => true,
  )

/** Makes and secures the database where there is none, and writes the head. @throws AppError `syncNotEmpty` */
export const createBook = async (
  db: Database,
  head: TargetHead,
  user: string | undefined,
  now: () => number,
): Promise<void> => {
  await greet(db, now)
  const before = await databaseInfo(db)
  // Two may make it at once; and one whose answer was lost finds what it made itself.
  if (before === undefined) await makeDatabase(db)
  const info = before ?? (await databaseInfo(db))
  if (info === undefined || !(await isEmpty(db, info))) throw new AppError('syncNotEmpty', { place: db.address.name })
  if (user !== undefined) await secure(db, user)
  await limitRevisions(db)
  await writeFirstHead(db, head)
}
