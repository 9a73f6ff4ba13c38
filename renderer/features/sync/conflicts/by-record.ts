import type { ConflictVersion } from '../../../../shared/conflict/index.ts'
import { groupBy } from '../../../../shared/group.ts'
import type { OpenConflict } from '../../../data/index.ts'

/** The conflicts of one record. */
export type RecordConflicts<T extends OpenConflict = OpenConflict> = {
  key: string
  table: T['table']
  id: string
  conflicts: readonly T[]
}

/** Conflicts by their records, in the order in which each first comes. */
export const byRecord = <T extends OpenConflict>(conflicts: readonly T[]): RecordConflicts<T>[] =>
  [...groupBy(conflicts, ({ table, id }) => `${table}/${id}`)].flatMap(([key, ofRecord]) => {
    const [first] = ofRecord
    return first ? [{ key, table: first.table, id: first.id, conflicts: ofRecord }] : []
  })

/** Whose values could stand in all conflicts of a record, and by which stamps. */
export type Side = {
  device: string
  isHere: boolean
  /** Who wrote there, where it is one person. */
  by: string | undefined
  choices: { conflict: OpenConflict; chosenStamp: string }[]
}

const deviceOf = ({ stamp }: ConflictVersion): string => stamp.split('.').slice(2).join('.')

/** What a side is called comes from these two: sides that share them can't be told apart. */
const nameOf = ({ isHere, by }: Side): string => `${isHere} ${by ?? ''}`

/**
 * The devices that have one value in each of several conflicts of a record, for choosing one of them for all: this one
 * first. None where there is only one conflict, or where two of them would be called the same. Who took a decision back
 * wrote both values, and has no side.
 */
export const sidesOf = (conflicts: readonly OpenConflict[], here: string): Side[] => {
  if (conflicts.length < 2) return []
  const devices = new Set(conflicts.flatMap(({ versions }) => versions.map(deviceOf)))
  const sides = [...devices].flatMap((device): Side[] => {
    const own = conflicts.flatMap((conflict) => {
      const [version, ...others] = conflict.versions.filter((one) => deviceOf(one) === device)
      return version && others.length === 0 ? [{ conflict, version }] : []
    })
    if (own.length < conflicts.length) return []
    const writers = new Set(own.map(({ version }) => version.by))
    const [by] = writers.size === 1 ? writers : []
    const choices = own.map(({ conflict, version }) => ({ conflict, chosenStamp: version.stamp }))
    return [{ device, isHere: device === here, by, choices }]
  })
  if (new Set(sides.map(nameOf)).size < sides.length) return []
  return sides.sort((a, b) => Number(b.isHere) - Number(a.isHere))
}
