import type { Mapping } from './mapping.ts'
import type { LinkPath } from './paths.ts'

const MAX_ID = 200
const split = (cell: string, prefix: RegExp | undefined): string[] =>
  cell
    .split(/[;,|\s]+/)
    .map((id) => id.trim().replace(prefix ?? /^$/, ''))
    .filter((id) => id !== '' && id.length <= MAX_ID)

/** Stands for the program in the id of a record of which only the number is known. */
const ANY = '*'

/** A record's ids in the program that wrote the file, as records hold them: `hubspot:contact:123`. */
export const sourceIdsIn = (cell: string, { preset }: Pick<Mapping, 'preset'>, signature: string): string[] => {
  const id = cell.trim().replace(preset?.idPrefix ?? /^$/, '')
  return id === '' || id.length > MAX_ID ? [] : [`${preset?.ids ?? `file-${signature.replace(':', '-')}`}:${id}`]
}

/** The ids of records that a cell points to. Those of a file from nowhere known may be of any program. */
export const linkIds = (cell: string, to: LinkPath['to'], { preset }: Pick<Mapping, 'preset'>): string[] => {
  const program = preset?.linkIds?.[to === 'any' ? 'customer' : to] ?? ANY
  return split(cell, preset?.idPrefix).map((id) => `${program}:${id}`)
}

/** The names, e-mails or phones by which a cell points to a record. */
export const linkWords = (cell: string, by: LinkPath['by']): string[] => {
  const all = by === 'email' ? cell.split(/[;,\s]+/) : cell.split(/\s*(?: ::: |;|\n)\s*/)
  return all.map((word) => word.trim()).filter((word) => word !== '')
}

/** The number of an id without its program, where any will do. */
export const anyNumber = (id: string): string | undefined =>
  id.startsWith(`${ANY}:`) ? id.slice(ANY.length + 1) : undefined

const REGISTER = /^((?:hubspot|pipedrive|zoho|file-)[^/]*):[^:]*$/
const registersOf = (ids: readonly string[]) =>
  new Map(ids.flatMap((id) => [[REGISTER.exec(id)?.[1] ?? '', id] as const]))

/** Whether a program that gives each record one id has given these two different ones: then they are not the same. */
export const idsSpeakAgainst = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length === 0 || b.length === 0 || a.some((id) => b.includes(id))) return false
  const registers = registersOf(a)
  return b.some((id) => {
    const register = REGISTER.exec(id)?.[1]
    return register !== undefined && registers.has(register)
  })
}

/** The last part of an id: its number in its program. */
export const numberOf = (id: string): string => id.slice(id.lastIndexOf(':') + 1)
