import { useI18n } from '../../../../i18n/index.ts'

/** Characters of a cell that a person takes in. */
const SHOWN_TEXT = 160

/** The first rows of a file as they are read: the names of the columns, then the cells as they stand. */
export const TablePreview = ({
  label,
  headers,
  rows,
}: {
  label: string
  headers: readonly string[]
  /** With its number in the file. */
  rows: readonly { number: number; cells: readonly string[] }[]
}) => {
  const { t, format } = useI18n()
  const width = Math.max(headers.length, ...rows.map(({ cells }) => cells.length))
  const at = Array.from({ length: width }, (_, index) => index)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what is beside the window
    <section aria-label={label} tabIndex={0} className="max-h-[420px] overflow-auto rounded-lg border border-line">
      <table className="w-max min-w-full border-collapse text-sm">
        <thead className="sticky top-0 bg-canvas">
          <tr>
            <th className="w-10 border-line border-b px-2 py-1.5 text-end font-[520] text-ink-faint">
              {t('transfer.rowNumber')}
            </th>
            {at.map((column) => (
              <th
                key={column}
                scope="col"
                className="max-w-[260px] truncate border-line border-b px-2.5 py-1.5 text-start font-[560]"
              >
                <bdi>{headers[column] || t('transfer.columnN', { n: column + 1 })}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number} className="border-line border-b last:border-b-0">
              <td className="px-2 py-1 text-end text-ink-faint tabular-nums">
                {format.number(number, { useGrouping: false })}
              </td>
              {at.map((column) => (
                <td key={column} className="max-w-[260px] truncate px-2.5 py-1">
                  <bdi>{cells[column]?.slice(0, SHOWN_TEXT)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
