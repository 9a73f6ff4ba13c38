import { useMemo, useState } from 'react'

import { useCatalog } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import type { Analysis, ColumnChoice } from '../../../../workers/import-protocol.ts'
import type { WizardActions } from '../wizard-actions.ts'
import { ColumnRow } from './column-row.tsx'
import { NewFieldDialog } from './new-field-dialog.tsx'
import { Questions } from './questions.tsx'
import { SampleRecord } from './sample-record.tsx'
import { targetOptions } from './targets.ts'

const SHOWN_NAMES = 12

type Column = Analysis['columns'][number]

const choiceOf = ({ path, dateOrder, dateSure }: Column): ColumnChoice => ({ path, dateOrder, dateSure })

/** Which column goes where and why, what is left out, and how a record will look. */
export const ColumnsStep = ({ analysis, actions }: { analysis: Analysis; actions: WizardActions }) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const catalog = useCatalog()
  const { columns } = analysis
  const options = useMemo(() => targetOptions(analysis, i18n, catalog), [analysis, i18n, catalog])
  const [fieldFor, setFieldFor] = useState<number>()
  const nameOf = (at: number) => columns[at]?.header || t('transfer.columnN', { n: at + 1 })
  const change = (at: number, part: Partial<ColumnChoice>) =>
    void actions.remap(columns.map((column, index) => ({ ...choiceOf(column), ...(index === at && part) })))
  const order = columns
    .map((column, at) => ({ column, at }))
    .sort((a, b) => Number(a.column.path === '') - Number(b.column.path === ''))
  const leftOut = order.flatMap(({ column, at }) => (column.path === '' ? [nameOf(at)] : []))
  const chosen = fieldFor === undefined ? undefined : columns[fieldFor]
  return (
    <>
      <Questions analysis={analysis} nameOf={nameOf} onAnswer={change} />
      <p className="text-ink-muted">
        {leftOut.length === 0
          ? t('transfer.allUsed')
          : t('transfer.leftOut', { count: leftOut.length, names: format.list(leftOut.slice(0, SHOWN_NAMES)) })}
        {leftOut.length > SHOWN_NAMES && ' …'}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-5 @max-[980px]:grid-cols-[minmax(0,1fr)]">
        <table className="w-full table-fixed border-collapse">
          <thead>
            <tr className="text-ink-muted text-sm">
              <th className="w-[24%] py-1 text-start font-[520]">{t('transfer.column')}</th>
              <th className="w-[26%] py-1 text-start font-[520]">{t('transfer.samples')}</th>
              <th className="py-1 text-start font-[520]">{t('transfer.target')}</th>
              <th className="w-[104px] py-1 ps-2 text-start font-[520]">{t('transfer.why')}</th>
            </tr>
          </thead>
          <tbody>
            {order.map(({ column, at }) => (
              <ColumnRow
                key={at}
                column={column}
                noun={analysis.noun}
                name={nameOf(at)}
                rowCount={analysis.rowCount}
                isAsked={analysis.questions.some((question) => question.column === at)}
                options={options}
                onChange={(part) => change(at, part)}
                onNewField={() => setFieldFor(at)}
              />
            ))}
          </tbody>
        </table>
        <SampleRecord analysis={analysis} />
      </div>
      {chosen && fieldFor !== undefined && (
        <NewFieldDialog
          column={chosen}
          analysis={analysis}
          onClose={() => setFieldFor(undefined)}
          onMade={(path) => change(fieldFor, { path })}
        />
      )}
    </>
  )
}
