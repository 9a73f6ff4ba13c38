import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

import type { Random } from './random.ts'

type Body = Record<string, unknown>
/** One version of a document that no other replaced. */
type Leaf = { rev: string; body: Body; deleted: boolean }
type Doc = { id: string; seq: number; leaves: Leaf[] /** Versions until the next compaction. */; old: Leaf[] }

/** A CouchDB in memory, as far as Fairbook speaks to it: its protocol and revision rules (docs.couchdb.org, 3.x). */
export type CouchModel = {
  fetch: typeof fetch
  /** Every document and version that it holds, as text. */
  texts: () => string[]
  /** Whether now and then both halves of a parted cluster take a version, or a reader is told of changes again. */
  unruly: boolean
}

const generation = (rev: string): number => Number.parseInt(rev, 10)

const docSchema = z.record(z.string(), z.unknown())
const bulkSchema = z.object({ docs: z.array(docSchema) })
const keysSchema = z.object({ keys: z.array(z.string()) })

const reply = (status: number, value: unknown): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })
const missing = () => reply(404, { error: 'not_found', reason: 'missing' })

const winnerFirst = (a: Leaf, b: Leaf): number =>
  Number(a.deleted) - Number(b.deleted) || generation(b.rev) - generation(a.rev) || (a.rev < b.rev ? 1 : -1)

const textOf = async (init: RequestInit | undefined): Promise<string> => {
  if (!(init?.body instanceof Uint8Array)) return ''
  const isPacked = new Headers(init.headers).get('content-encoding') === 'gzip'
  return Buffer.from(isPacked ? gunzipSync(init.body) : init.body).toString('utf8')
}

export const createCouchModel = (random: Random): CouchModel => {
  const docs = new Map<string, Doc>()
  let exists = false
  let seq = 0

  const withMeta = ({ id, leaves }: Doc, { rev, body, deleted }: Leaf, conflicts: boolean): Body => {
    const others = leaves.filter((leaf) => leaf.rev !== rev && !leaf.deleted)
    return {
      ...body,
      _id: id,
      _rev: rev,
      ...(deleted && { _deleted: true }),
      ...(conflicts && others.length > 0 && { _conflicts: others.map((leaf) => leaf.rev) }),
    }
  }

  const winnerOf = (id: string): { doc: Doc; leaf: Leaf } | undefined => {
    const doc = docs.get(id)
    const leaf = doc?.leaves.sort(winnerFirst)[0]
    return doc && leaf && { doc, leaf }
  }

  const write = (given: Body): { id: string; rev: string } | { id: string; error: string } => {
    const { _id, _rev: base, _deleted, ...body } = given
    const id = String(_id)
    const doc: Doc = docs.get(id) ?? { id, seq: 0, leaves: [], old: [] }
    const parent = doc.leaves.find(({ rev }) => rev === base)
    const living = doc.leaves.filter(({ deleted }) => !deleted)
    const fits = base === undefined ? living.length === 0 : parent !== undefined
    // Both halves of a cluster that was parted took a version of their own.
    const isParted =
      !fits && model.unruly && id !== 'fairbook' && random.chance(0.3) && doc.old.some(({ rev }) => rev === base)
    if (!fits && !isParted) return { id, error: 'conflict' }
    const hash = createHash('md5')
      .update(JSON.stringify([id, base, body]))
      .digest('hex')
    const rev = `${(typeof base === 'string' ? generation(base) : 0) + 1}-${hash}`
    if (!doc.leaves.some((leaf) => leaf.rev === rev)) {
      if (parent) doc.old.push(parent)
      doc.leaves = [...doc.leaves.filter((leaf) => leaf !== parent), { rev, body, deleted: _deleted === true }]
    }
    seq += 1
    docs.set(id, { ...doc, seq })
    return { id, rev }
  }

  const changes = (query: URLSearchParams): Response => {
    const asked = Number.parseInt(query.get('since') ?? '0', 10)
    // A node that was away tells of some changes again.
    const since = model.unruly && random.chance(0.05) ? Math.max(0, asked - random.below(20)) : asked
    const limit = Math.max(1, Number(query.get('limit') ?? 100))
    const rows = [...docs.values()].filter((doc) => doc.seq > since).sort((a, b) => a.seq - b.seq)
    const page = rows.slice(0, limit)
    const results = page.flatMap(({ id }) => {
      const found = winnerOf(id)
      if (!found) return []
      const { doc, leaf } = found
      const body = query.get('include_docs') === 'true' && { doc: withMeta(doc, leaf, true) }
      return [
        { seq: `${doc.seq}-x`, id, changes: [{ rev: leaf.rev }], ...(leaf.deleted && { deleted: true }), ...body },
      ]
    })
    return reply(200, {
      results,
      last_seq: `${page.at(-1)?.seq ?? Math.max(since, seq)}-x`,
      pending: rows.length - page.length,
    })
  }

  const allDocs = (text: string, query: URLSearchParams): Response => {
    const { keys } = keysSchema.parse(JSON.parse(text))
    const rows = keys.map((key) => {
      const found = winnerOf(key)
      if (!found) return { key, error: 'not_found' }
      const { doc, leaf } = found
      const value = { rev: leaf.rev, ...(leaf.deleted && { deleted: true }) }
      const body = query.get('include_docs') === 'true' && { doc: leaf.deleted ? null : withMeta(doc, leaf, true) }
      return { id: key, key, value, ...body }
    })
    return reply(200, { rows })
  }

  const getOne = (id: string, query: URLSearchParams): Response => {
    const rev = query.get('rev')
    const found = winnerOf(id)
    const leaf =
      rev === null
        ? found?.leaf
        : [...(found?.doc.leaves ?? []), ...(found?.doc.old ?? [])].find((one) => one.rev === rev)
    if (!found || !leaf || (leaf.deleted && rev === null)) return missing()
    return reply(200, withMeta(found.doc, leaf, query.get('conflicts') === 'true'))
  }

  const answer = (method: string, path: readonly string[], query: URLSearchParams, text: string): Response => {
    const [, name] = path
    if (path[0] === '' || path[0] === undefined) return reply(200, { couchdb: 'Welcome', version: '3.3.3' })
    if (path[0] === '_session') return reply(200, { ok: true, userCtx: { name: null, roles: ['_admin'] } })
    if (name === undefined && method === 'PUT') {
      if (exists) return reply(412, { error: 'file_exists' })
      exists = true
      return reply(201, { ok: true })
    }
    if (!exists) return missing()
    if (name === undefined) return reply(200, { doc_count: docs.size, update_seq: `${seq}-x` })
    if (name === '_changes') return changes(query)
    if (name === '_all_docs') return allDocs(text, query)
    if (name === '_bulk_docs') return reply(201, bulkSchema.parse(JSON.parse(text)).docs.map(write))
    if (name === '_security') return reply(200, method === 'GET' ? {} : { ok: true })
    if (name === '_revs_limit') return reply(200, { ok: true })
    if (name === '_compact') {
      for (const doc of docs.values()) doc.old = []
      return reply(202, { ok: true })
    }
    if (method === 'GET') return getOne(name, query)
    if (method !== 'PUT' || name.startsWith('_')) return reply(405, { error: 'method_not_allowed' })
    const written = write({ ...docSchema.parse(JSON.parse(text)), _id: name })
    return 'error' in written ? reply(409, written) : reply(201, { ok: true, ...written })
  }

  const model: CouchModel = {
    unruly: false,
    fetch: async (input, init) => {
      const url = new URL(String(input))
      const path = url.pathname.slice(1).split('/').map(decodeURIComponent)
      return answer(init?.method ?? 'GET', path, url.searchParams, await textOf(init))
    },
    texts: () =>
      [...docs.values()].flatMap(({ id, leaves, old }) => [
        id,
        ...[...leaves, ...old].map(({ body }) => JSON.stringify(body)),
      ]),
  }
  return model
}
