import { CustomerLink } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import type { LikelyDuplicate } from '../../../../workers/import-protocol.ts'

/** Records or rows that are likely the same as a row, and by what. */
export const LikelySame = ({ duplicates }: { duplicates: readonly LikelyDuplicate[] }) => {
  const { t, tx, format } = useI18n()
  return (
    <ul className="flex flex-col gap-1.5">
      {duplicates.map(({ id, row, name, probability, reasons }) => {
        const telling = reasons.filter(({ field, weight }) => weight > 0 && field !== 'record')
        const fields = [...new Set(telling.map(({ field }) => field))]
        return (
          <li key={id} className="rounded-md bg-blue-soft px-2 py-1.5">
            <p>
              {t('transfer.likely.title', { share: format.percent(probability) })}{' '}
              {row === undefined ? <CustomerLink id={id} /> : <bdi>{name}</bdi>}
            </p>
            {fields.length > 0 && (
              <p className="text-ink-muted text-sm">
                {t('transfer.likely.by', {
                  fields: format.list(fields.map((field) => tx(`transfer.likely.field.${field}`, field))),
                })}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
