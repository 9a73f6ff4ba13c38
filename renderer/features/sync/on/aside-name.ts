import type { AsideEntry } from '../../../data/index.ts'
import type { I18n } from '../../../i18n/index.ts'

/** Parts of a sync file as its reader names them, counted from 0; lines of one from 1. */
const PARTS = /^parts? (\d{1,9})(?:–(\d{1,9})|:(\d{1,9}))?$/

/**
 * What was set aside, in words where it is a place in a sync file and no record; otherwise undefined: then its key names
 * it.
 */
export const placeInFile = ({ t }: Pick<I18n, 't'>, { target, key }: Pick<AsideEntry, 'target' | 'key'>) => {
  if (target !== 'file') return undefined
  if (key === 'end') return t('sync.aside.fileEnd')
  const [, first, last, line] = PARTS.exec(key) ?? []
  if (first === undefined) return undefined
  const part = Number(first) + 1
  if (last !== undefined) return t('sync.aside.fileParts', { from: part, to: Number(last) + 1 })
  return line === undefined
    ? t('sync.aside.filePart', { part })
    : t('sync.aside.fileLine', { part, line: Number(line) })
}
