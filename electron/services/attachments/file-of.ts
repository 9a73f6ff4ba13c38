import { ERASED, type RecordState } from '../../../shared/change/index.ts'

/** The file that a record of an attachment stands for; undefined for any other record and for one that is gone. */
export const fileOf = ({ table, values }: RecordState): string | undefined => {
  if (table !== 'attachments' || values[ERASED] !== undefined || values['deletedAt'] !== undefined) return undefined
  const { sha256 } = values
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined
}
