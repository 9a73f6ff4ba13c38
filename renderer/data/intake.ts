import type { Desktop, DesktopOutput } from '../../shared/desktop-api.ts'
import { type Consent, type Customer, consentTable } from '../../shared/domain/index.ts'
import {
  type Incoming,
  intakeConsents,
  intakeCustomer,
  intakeId,
  intakeInteraction,
  readMessage,
} from '../../shared/intake/index.ts'
import { blockedHashes, bookCountry, hashing } from './blocklist.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import type { Draft } from './draft.ts'
import { pagesOf } from './pages.ts'

type Item = DesktopOutput<'sync.intake'>['items'][number]

/** What became of the messages of web forms. `odd`: those that were left where they were. */
type TakenIntake = { taken: number; odd: number }

const LOT = 50
/** In one go at most so many lots: whoever floods a form does not keep the window busy. */
const MOST_LOTS = 20

const readPhones = () => import('../../shared/phone/index.ts')

/** What a customer is known by: an e-mail in small letters, a phone as a number. */
const keysOf = ({ emails, phones }: Pick<Customer, 'emails' | 'phones'>): string[] => [
  ...Object.values(emails ?? {}).map(({ value }) => `email ${value.trim().toLowerCase()}`),
  ...Object.values(phones ?? {}).flatMap(({ e164 }) => (e164 === undefined ? [] : [`phone ${e164}`])),
]

const keysOfMessage = ({ message: { email }, e164 }: Incoming): string[] => [
  ...(email === undefined ? [] : [`email ${email.toLowerCase()}`]),
  ...(e164 === undefined ? [] : [`phone ${e164}`]),
]

/** Who in the book has one of these keys, by key; of several the one that was there first. */
const findKnown = async ({ db }: Book, keys: ReadonlySet<string>): Promise<Map<string, string>> => {
  const known = new Map<string, string>()
  for await (const page of pagesOf(db.customers))
    for (const customer of page) {
      if (customer.deletedAt !== undefined || 'erasedAt' in customer) continue
      for (const key of keysOf(customer)) if (keys.has(key) && !known.has(key)) known.set(key, customer.id)
    }
  return known
}

/** Messages that make sense and come from nobody who is blocked. */
const readItems = async (book: Book, items: readonly Item[]): Promise<Incoming[]> => {
  const [country, blocked] = [await bookCountry(book), await blockedHashes(book)]
  const [{ readPhone }, { blockedBy }] = [await readPhones(), await hashing()]
  const now = new Date().toISOString()
  return items.flatMap(({ id, body }) => {
    const message = readMessage(body)
    if (message === undefined) return []
    const { email, phone } = message
    const e164 = phone === undefined ? undefined : readPhone(phone, country).e164
    const subject = {
      ...(email !== undefined && { emails: [email] }),
      ...(phone !== undefined && { phones: [e164 ?? phone] }),
      country,
    }
    return blockedBy(blocked, book.id, subject).length > 0 ? [] : [{ id, message, now, e164 }]
  })
}

/**
 * Which statements may be recorded: those for a purpose that the owner has, and none that would turn a refusal of
 * someone already known into a leave (anyone may type their address). The words of the others stay in the message.
 */
const sortConsents = (
  consents: Record<string, Consent>,
  purposes: ReadonlySet<string>,
  customer: Pick<Customer, 'consents'> | undefined,
): { recorded: Record<string, Consent>; unrecorded: Consent[] } => {
  const refused = new Set(
    consentTable(customer ?? {}).flatMap(({ purpose, channel, state }) =>
      state === 'withdrawn' ? [`${purpose} ${channel}`] : [],
    ),
  )
  const may = ({ purpose, channel }: Consent) => purposes.has(purpose) && !refused.has(`${purpose} ${channel}`)
  return {
    recorded: Object.fromEntries(Object.entries(consents).filter(([, consent]) => may(consent))),
    unrecorded: Object.values(consents).filter((consent) => !may(consent)),
  }
}

/** Writes one message: to whom it belongs, or as a new lead. One that was written already is left as it is now. */
const take = async (
  draft: Draft,
  incoming: Incoming,
  known: Map<string, string>,
  purposes: ReadonlySet<string>,
): Promise<void> => {
  if ((await draft.get('interactions', intakeId(incoming.id, 'interaction'))) !== undefined) return
  const keys = keysOfMessage(incoming)
  const knownId = keys.map((key) => known.get(key)).find((id) => id !== undefined)
  const customer = await draft.get('customers', knownId ?? intakeId(incoming.id, 'customer'))
  const { recorded, unrecorded } = sortConsents(intakeConsents(incoming), purposes, customer)
  if (customer !== undefined && Object.keys(recorded).length > 0)
    await draft.update('customers', customer.id, { consents: recorded })
  const owner = customer ?? draft.create('customers', intakeCustomer(incoming, recorded))
  draft.create('interactions', intakeInteraction(incoming, owner, unrecorded))
  for (const key of keys) known.set(key, owner.id)
}

const purposesOf = async ({ db }: Book): Promise<ReadonlySet<string>> => {
  const rows = await rowsOf(db, 'listItems').toArray()
  return new Set(rows.flatMap((row) => (row['list'] === 'purpose' && row['deletedAt'] === undefined ? [row.id] : [])))
}

const takeLot = async (book: Book, items: readonly Item[]): Promise<ReadonlySet<string>> => {
  const incoming = await readItems(book, items)
  if (incoming.length > 0) {
    const known = await findKnown(book, new Set(incoming.flatMap(keysOfMessage)))
    const purposes = await purposesOf(book)
    await book.write({ key: 'leadTaken', params: { count: incoming.length } }, async (draft) => {
      for (const one of incoming) await take(draft, one, known, purposes)
    })
  }
  return new Set(incoming.map(({ id }) => id))
}

/**
 * Takes what web forms left at the place where the book syncs: a message of someone known goes to their record, of
 * anyone else becomes a lead. The book has them before they go from there. Odd ones stay there, marked.
 * @throws AppError
 */
export const takeIntake = async (book: Book, desktop: Pick<Desktop, 'call'>): Promise<TakenIntake> => {
  const sum: TakenIntake = { taken: 0, odd: 0 }
  for (let lot = 0; lot < MOST_LOTS; lot += 1) {
    const { items } = await desktop.call('sync.intake', { bookId: book.id, limit: LOT })
    if (items.length === 0) break
    const taken = await takeLot(book, items)
    const done = items.map(({ id, rev }) => ({ id, rev, odd: !taken.has(id) }))
    await desktop.call('sync.intakeDone', { bookId: book.id, items: done })
    sum.taken += taken.size
    sum.odd += items.length - taken.size
  }
  return sum
}
