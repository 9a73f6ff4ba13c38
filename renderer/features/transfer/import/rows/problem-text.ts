import type { Catalog, NounName } from '../../../../../shared/domain/index.ts'
import { type Problem, problemCodes } from '../../../../../shared/import/index.ts'
import { type I18n, isolate } from '../../../../i18n/index.ts'
import type { MendWords } from '../../../../workers/import-protocol.ts'
import { targetLabel } from '../../path-label.ts'

const SHOWN_VALUE = 60

/** One thing that is wrong or to be told, in a sentence: what, where, and what stands there. */
export const problemText = (
  noun: NounName,
  { code, path, value, hint }: Problem,
  i18n: I18n,
  catalog: Catalog,
): string => {
  const { t } = i18n
  const what = t(`transfer.problem.${code}`)
  const where = path === undefined || path === '' ? what : `${targetLabel(noun, path, i18n, catalog)}: ${what}`
  const said = hint ?? value
  if (said === undefined || said === '') return where
  const text = isolate(said.slice(0, SHOWN_VALUE))
  return hint === undefined
    ? t('transfer.problem.with', { problem: where, value: text })
    : t('transfer.problem.hint', { problem: where, hint: text })
}

/** The words that the file of bad rows is written in. */
export const mendWords = (noun: NounName, paths: readonly string[], i18n: I18n, catalog: Catalog): MendWords => ({
  header: i18n.t('transfer.reasonHeader'),
  reasons: Object.fromEntries(
    problemCodes.map((code) => [code, i18n.t(`transfer.problem.${code}`)]),
  ) as MendWords['reasons'],
  paths: Object.fromEntries(
    [...new Set(paths)].filter((path) => path !== '').map((path) => [path, targetLabel(noun, path, i18n, catalog)]),
  ),
})

/** `contacts.xlsx` becomes `contacts to mend.csv`, in the reader's language. */
export const mendName = (fileName: string, words: string): string => `${fileName.replace(/\.[^.]*$/, '')} ${words}.csv`
