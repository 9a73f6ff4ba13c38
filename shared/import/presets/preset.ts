import type { NounName } from '../../domain/index.ts'
import { fold, numberedKey } from '../fold.ts'
import type { FieldPath } from '../paths.ts'

/** A program whose files are known by their headers. */
export type Preset = {
  id: string
  /** Customers where it says nothing else. */
  noun?: NounName
  /** The file is recognised when all headers of one of these sets are there. */
  needs: readonly (readonly string[])[]
  /** And, since columns may be missing, when so many of these are there: headers that hardly any other program writes. */
  marks?: { of: readonly string[]; atLeast: number }
  /** Every record is of this kind. */
  kind?: 'person' | 'company'
  /** Header to path; `#` stands for a number in both; '' is known and left out. */
  columns: Readonly<Record<string, FieldPath>>
  /** Status only goes forward: an older export does not undo what was learnt since. */
  forwardOnly?: true
  /** By path and folded word: what its words mean here. */
  words?: Readonly<Record<FieldPath, Readonly<Record<string, string>>>>
  /** What its ids begin with here, and those of what its records point to. */
  ids?: string
  linkIds?: { customer?: string; company?: string; deal?: string }
  /** A field whose value is its id as well. */
  idFrom?: FieldPath
  /** Taken off the start of its ids. */
  idPrefix?: RegExp
  /** Of records whose file says nothing. */
  defaults?: Readonly<Record<string, string>>
  /** The order of days and months where a column does not tell. */
  dateOrder?: 'dmy' | 'mdy'
}

const keyed = (preset: Preset): ReadonlyMap<string, FieldPath> =>
  new Map(
    Object.entries(preset.columns).map(([header, path]) => [
      fold(header.replace('#', '0')).replace(/(^| )0( |$)/, '$1#$2'),
      path,
    ]),
  )

const cache = new WeakMap<Preset, ReadonlyMap<string, FieldPath>>()
const columnsOf = (preset: Preset) => {
  const known = cache.get(preset)
  if (known) return known
  const made = keyed(preset)
  cache.set(preset, made)
  return made
}

/** Looks a header's key up, as it stands and with its number taken out. */
export const lookUp = (columns: ReadonlyMap<string, FieldPath>, key: string): FieldPath | undefined => {
  const exact = columns.get(key)
  if (exact !== undefined) return exact
  const numbered = numberedKey(key)
  return numbered && columns.get(numbered.template)?.replace('#', String(numbered.number))
}

/** The path of a header in a preset: '' where it is left out, undefined where it is not known. */
export const presetPath = (preset: Preset, key: string): FieldPath | undefined => lookUp(columnsOf(preset), key)
