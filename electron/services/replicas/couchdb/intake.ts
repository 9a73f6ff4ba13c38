import { z } from 'zod'

import type { Intake, IntakeItem } from '../target.ts'
import { openDatabase } from './database.ts'
import { bodyOf, type Document, documentSchema, metaOf } from './documents.ts'
import { AnswerTooLong } from './exchange.ts'
import { type Http, jsonOf } from './http.ts'

/** Before the id of a message that was odd. It sorts behind every other, so that those are not listed again. */
const ODD = '~odd:'
/** All messages of one question; a form sends a few hundred bytes. */
const MOST = 4 * 1024 * 1024
/** A server without messages is not asked again for this long, in milliseconds. */
const REST = 10 * 60_000

const rowSchema = z.object({ id: z.string(), value: z.object({ rev: z.string() }), doc: documentSchema.nullish() })
const listSchema = z.object({ rows: z.array(rowSchema) })

/** Messages of web forms, in a database beside the book's: a form's login has no business in the book. */
export const couchIntake = (http: Http, now: () => number): Intake => {
  const db = openDatabase(http, `${http.address.database}-intake`)
  let notBefore = 0

  const listFrom = async (limit: number, docs: boolean): Promise<IntakeItem[] | undefined> => {
    const query = { limit: String(limit), endkey: JSON.stringify(ODD), ...(docs && { include_docs: 'true' }) }
    const { items } = await http.ask<{ items: IntakeItem[] | undefined }>(
      { method: 'GET', path: db.path('_all_docs'), query, most: MOST, also: [401, 403, 404], divisible: docs },
      (answer) => {
        if (answer.status >= 400) return { items: undefined }
        const found = jsonOf(listSchema)(answer)
        return found && { items: found.rows.slice(0, limit).flatMap(itemOf) }
      },
    )
    return items
  }

  const list = async (limit: number): Promise<IntakeItem[]> => {
    if (now() < notBefore) return []
    try {
      const items = await listFrom(limit, true)
      // There is none, or none for this login.
      if (items === undefined) notBefore = now() + REST
      return items ?? []
    } catch (error) {
      if (!(error instanceof AnswerTooLong)) throw error
      // A single one of this size is no message of a form.
      return limit > 1 ? list(Math.floor(limit / 2)) : ((await listFrom(1, false)) ?? [])
    }
  }

  /** What is kept of an odd one; nothing of one that is too large to be looked at. */
  const oddOf = async ({ id, rev }: { id: string; rev: string }): Promise<Document[]> => {
    const doc = await db.getLarge(id)
    if (doc === undefined || doc === 'tooLong') return []
    return metaOf(doc)?.rev === rev ? [{ ...bodyOf(doc), _id: `${ODD}${id}` }] : []
  }

  /** Whether nothing is lost when this one goes. */
  const isCopied = async (item: { id: string; rev: string }): Promise<boolean> => {
    const copies = await oddOf(item)
    if (copies.length === 0) return true
    const results = await db.bulk(copies)
    const [copied] = results === 'tooLarge' ? [] : results
    // A copy of this name is of this very message: an earlier try made it.
    return copied !== undefined && (!('error' in copied) || copied.error === 'conflict')
  }

  return {
    list,
    done: async (items) => {
      // First all copies, then the deletions: whatever breaks in between, nothing is lost.
      const kept: Pick<IntakeItem, 'id' | 'rev'>[] = []
      for (const item of items) if (!item.odd || (await isCopied(item))) kept.push(item)
      if (kept.length > 0) await db.bulk(kept.map(({ id, rev }) => ({ _id: id, _rev: rev, _deleted: true })))
    },
  }
}

const itemOf = ({ id, value, doc }: z.infer<typeof rowSchema>): IntakeItem[] =>
  id.startsWith('_') || id >= ODD ? [] : [{ id, rev: value.rev, body: doc ? bodyOf(doc) : null }]
