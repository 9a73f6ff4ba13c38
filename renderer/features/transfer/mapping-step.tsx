import { targetsOf } from '../../../shared/import/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Badge, Select } from '../../ui/index.ts'
import type { Analysis, ColumnChoice } from '../../workers/import-protocol.ts'
import { FileOptions } from './file-options.tsx'
import { pathLabel } from './path-label.ts'
import type { ImportActions } from './use-import.ts'

type Column = Analysis['columns'][number]
const LEFT_OUT = 'none'
const SHOWN_NAMES = 12

const ColumnRow = ({
  column,
  name,
  options,
  onChange,
}: {
  column: Column
  name: string
  options: readonly { id: string; label: string }[]
  onChange: (choice: ColumnChoice) => void
}) => {
  const { t } = useI18n()
  const { path, dateOrder, by, samples } = column
  const isDay = path === 'birthday' || path === 'lastContactAt'
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="max-w-[220px] py-2 pe-3 text-start font-[560] break-words">
        <bdi>{name}</bdi>
      </th>
      <td className="max-w-[320px] py-2 pe-3 text-ink-muted">
        {[...new Set(samples)].map((sample) => (
          <span key={sample} className="block truncate">
            <bdi>{sample}</bdi>
          </span>
        ))}
      </td>
      <td className="w-[300px] py-1.5">
        <Select
          label={t('transfer.goesTo', { column: name })}
          hideLabel
          options={options}
          value={path === '' ? LEFT_OUT : path}
          onChange={(next) => onChange({ path: next === undefined || next === LEFT_OUT ? '' : next, dateOrder })}
        />
        {isDay && !column.dateSure && (
          <Select
            label={t('transfer.dateOrder')}
            className="mt-1.5"
            description={t('transfer.dateOrder.detail')}
            options={[
              { id: 'dmy', label: t('transfer.dateOrder.dmy') },
              { id: 'mdy', label: t('transfer.dateOrder.mdy') },
            ]}
            value={dateOrder}
            onChange={(next) => onChange({ path, dateOrder: next === 'mdy' ? 'mdy' : 'dmy' })}
          />
        )}
      </td>
      <td className="py-2 ps-2">
        {by === 'content' && path !== '' && <Badge tone="info">{t('transfer.byContent')}</Badge>}
      </td>
    </tr>
  )
}

/** Which column goes where, with what the file holds beside it. */
export const MappingStep = ({ analysis, actions }: { analysis: Analysis; actions: ImportActions }) => {
  const i18n = useI18n()
  const { t, tx, format } = i18n
  const { columns, noun, source, rowCount, totals } = analysis
  const named = (path: string) => ({ id: path, label: pathLabel(noun, path, i18n) })
  const used = columns.map(({ path }) => path).filter((path) => path !== '')
  const paths = [...new Set([...targetsOf(noun), ...used])]
  const options = [{ id: LEFT_OUT, label: t('transfer.path.none') }, ...paths.map(named)]
  const nameOf = (column: Column, at: number) => column.header || t('transfer.columnN', { n: at + 1 })
  const leftOut = columns.flatMap((column, at) => (column.path === '' ? [nameOf(column, at)] : []))
  const change = (at: number) => (choice: ColumnChoice) =>
    void actions.remap(
      columns.map(({ path, dateOrder }, index) => {
        if (index === at) return choice
        return { path, dateOrder }
      }),
    )
  const order = columns
    .map((column, at) => ({ column, at }))
    .sort((a, b) => Number(a.column.path === '') - Number(b.column.path === ''))
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {source !== undefined && <Badge tone="good">{tx(`transfer.source.${source}`, source)}</Badge>}
        <p>{t('transfer.rows', { count: rowCount })}</p>
        {totals > 0 && <p className="text-ink-muted">{t('transfer.totals', { count: totals })}</p>}
      </div>
      {leftOut.length > 0 && (
        <p className="text-ink-muted">
          {t('transfer.leftOut', { count: leftOut.length, names: format.list(leftOut.slice(0, SHOWN_NAMES)) })}
          {leftOut.length > SHOWN_NAMES && ' …'}
        </p>
      )}
      <FileOptions key={analysis.fileName} analysis={analysis} onChange={(options) => void actions.reread(options)} />
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-ink-muted text-sm">
            <th className="py-1 text-start font-[520]">{t('transfer.column')}</th>
            <th className="py-1 text-start font-[520]">{t('transfer.samples')}</th>
            <th className="py-1 text-start font-[520]">{t('transfer.target')}</th>
            <th className="py-1">
              <span className="sr-only">{t('transfer.why')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map(({ column, at }) => (
            <ColumnRow key={at} column={column} name={nameOf(column, at)} options={options} onChange={change(at)} />
          ))}
        </tbody>
      </table>
    </>
  )
}
