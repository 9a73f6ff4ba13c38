import { problemCodes } from '../../../shared/import/index.ts'
import { download } from '../../desktop/index.ts'
import { type I18n, useI18n } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import type { Analysis, ImportReport, MendWords } from '../../workers/import-protocol.ts'
import { pathLabel } from './path-label.ts'
import type { ImportActions } from './use-import.ts'

const SHOWN_KINDS = 8
const SHOWN_NUMBERS = 12

const mendWords = ({ noun, columns }: Analysis, i18n: I18n): MendWords => ({
  header: i18n.t('transfer.reasonHeader'),
  reasons: Object.fromEntries(
    problemCodes.map((code) => [code, i18n.t(`transfer.problem.${code}`)]),
  ) as MendWords['reasons'],
  paths: Object.fromEntries(
    columns.map(({ path }) => [path, pathLabel(noun, path, i18n)]).filter(([path]) => path !== ''),
  ),
})

/** `contacts.csv` becomes `contacts to mend.csv`, in the reader's language. */
const mendName = (fileName: string, words: string): string => `${fileName.replace(/\.[^.]*$/, '')} ${words}.csv`

/** What could not be read, how often, and the rows as a file to mend. */
export const ProblemList = ({
  report,
  analysis,
  actions,
}: {
  report: ImportReport
  analysis: Analysis
  actions: ImportActions
}) => {
  const i18n = useI18n()
  const { t, format } = i18n
  if (report.badCount === 0) return null
  const save = async () => {
    const text = await actions.mend(mendWords(analysis, i18n))
    download(mendName(analysis.fileName, t('transfer.mendName')), new Blob([text], { type: 'text/csv;charset=utf-8' }))
  }
  const numbers = report.badRows
    .slice(0, SHOWN_NUMBERS)
    .map(({ number }) => format.number(number, { useGrouping: false }))
  return (
    <section className="rounded-lg border border-line p-3">
      <h3 className="font-semibold">{t('transfer.problems', { count: report.badCount })}</h3>
      <ul className="mt-2 flex flex-col gap-1">
        {report.problems.slice(0, SHOWN_KINDS).map(({ code, path, count, sample }) => (
          <li key={`${code}/${path}`} className="flex gap-2">
            <span className="tabular-nums text-ink-muted">{t('transfer.times', { count })}</span>
            <span>
              {path !== '' && `${pathLabel(analysis.noun, path, i18n)}: `}
              {t(`transfer.problem.${code}`)}
              {sample !== '' && (
                <>
                  {' '}
                  <bdi className="text-ink-muted">{t('transfer.example', { value: sample })}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-muted">
        {t('transfer.rowNumbers', { numbers: format.list(numbers) })}
        {report.badCount > SHOWN_NUMBERS && ' …'}
      </p>
      <Button small className="mt-3" onPress={() => void save()}>
        {t('transfer.saveMend')}
      </Button>
    </section>
  )
}
