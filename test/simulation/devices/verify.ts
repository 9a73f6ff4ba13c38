import { around, canonicalBook, differences, erasedCanaries, everything } from './checks.ts'
import type { Device } from './device.ts'
import { CANARY, type Ledger } from './ledger.ts'
import type { NewerVersion } from './newer-version.ts'
import type { Kind, Place } from './places.ts'
import { brokenPromises } from './promises.ts'

export type Verified = {
  devices: readonly Device[]
  place: Place
  ledger: Ledger
  newer: NewerVersion
  sealed: boolean
  kind: Kind
}

/** A canary as it stands in JSON: the letters alone come up by chance in what is sealed. */
const OPEN = new RegExp(`(?<![\\w+/-])${CANARY.source}(?![\\w+/-])`)

/** Where what was erased still stands: at the place, in databases and in files. */
const leftovers = async ({ devices, place, ledger, sealed }: Verified): Promise<string[]> => {
  const [first] = devices
  if (!first) return []
  const owners = ledger.owners()
  const gone = await erasedCanaries(first.running.book, owners)
  const there = place.contents().map((bytes) => ({ where: 'the place', text: bytes.toString('latin1') }))
  const isOpen = sealed && there.some(({ text }) => OPEN.test(text))
  const found = sealed ? [] : there
  for (const { running, machine } of devices)
    for (const { where, text } of await everything(running.book, machine.disk))
      found.push({ where: `${where} of ${machine.name}`, text })
  const erased = found.flatMap(({ where, text }) =>
    gone
      .filter((canary) => text.includes(canary))
      .map((canary) => `erased ${canary} of ${owners.get(canary)} is in ${where}: ${around(text, canary)}`),
  )
  return isOpen ? [...erased, 'something stands in the open at a sealed place'] : erased
}

/** What must hold after peace: `text` is the book, the same on every device. */
export const verify = async (verified: Verified): Promise<{ failures: string[]; text: string }> => {
  const { devices, ledger, newer, kind } = verified
  const [first, ...others] = devices
  if (!first) return { failures: [], text: '' }
  const failures: string[] = []
  const own = await canonicalBook(first.running.book)
  for (const { machine, running } of others) {
    const differing = differences(own, await canonicalBook(running.book))
    if (differing.length > 0)
      failures.push(`${machine.name} and d0 differ in ${differing.length}: ${differing.slice(0, 3).join('\n    ')}`)
  }
  const missing = newer.missingIn(own)
  if (missing.length > 0) failures.push(`not passed on: ${missing.slice(0, 3).join(', ')}`)
  const broken = await brokenPromises(first.running.book, ledger.all())
  if (broken.length > 0) failures.push(`${broken.length} edits lost: ${broken.slice(0, 3).join('; ')}`)
  failures.push(...(await leftovers(verified)))
  // Files that are copied in part may be put aside until they are whole.
  for (const { running, machine } of devices) {
    const asides = await running.book.db.asides.count()
    if (asides > 0 && kind !== 'folder') failures.push(`${machine.name} has put ${asides} aside`)
  }
  return { failures, text: [...own.values()].sort().join('\n') }
}
