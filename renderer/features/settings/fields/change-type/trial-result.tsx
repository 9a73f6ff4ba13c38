import { Fragment } from 'react'

import { valueText } from '../../../../../shared/domain/custom-field/convert.ts'
import { conversionProblems } from '../../../../../shared/domain/custom-field/convert-text.ts'
import type { CustomField, CustomFieldType } from '../../../../../shared/domain/index.ts'
import { formatValue, useFormatContext } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Badge } from '../../../../ui/index.ts'
import { ListedUses } from './listed-uses.tsx'
import type { Trial } from './trial.ts'

const MOST = 40

/** How many convert, how some look before and after, and which do not. */
export const TrialResult = ({
  definition,
  to,
  total,
  trial,
}: {
  definition: CustomField
  to: CustomFieldType
  total: number
  trial: Trial
}) => {
  const { t, format } = useI18n()
  const context = useFormatContext()
  const table = definition.scope === 'deals' ? 'deals' : 'customers'
  const after = (value: unknown, currency: string): string => {
    if (to === 'choice' || to === 'choices' || to === 'link') {
      const names = { from: to, options: trial.options, words: { yes: '', no: '' }, nameOf: (id: string) => id }
      return valueText(value, names, currency) ?? ''
    }
    const shown = { key: definition.id, type: to }
    return to === 'money' ? format.money(Number(value), currency) : formatValue(context, table, shown, value)
  }
  const problems = conversionProblems.filter((code) => trial.failed.some(({ problem }) => problem === code))
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="flex flex-wrap gap-2">
        <Badge tone="good">{t('ownFields.trial.converts', { count: trial.values.size, total })}</Badge>
        {trial.failed.length > 0 && (
          <Badge tone="warn">{t('ownFields.trial.fails', { count: trial.failed.length })}</Badge>
        )}
      </p>
      {trial.examples.length > 0 && (
        <table className="w-full table-fixed text-start">
          <thead className="text-ink-faint text-xs">
            <tr>
              <th className="py-1 text-start font-[520]">{t('ownFields.trial.record')}</th>
              <th className="py-1 text-start font-[520]">{t('ownFields.trial.before')}</th>
              <th className="py-1 text-start font-[520]">{t('ownFields.trial.after')}</th>
            </tr>
          </thead>
          <tbody>
            {trial.examples.map(({ name, before, after: value, currency }) => (
              <tr key={`${name}/${before}`} className="border-line border-t">
                <td className="truncate py-1 text-ink-muted">
                  <bdi>{name}</bdi>
                </td>
                <td className="truncate py-1">
                  <bdi>{before}</bdi>
                </td>
                <td className="truncate py-1 font-[520]">
                  <bdi>{after(value, currency)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {problems.map((code) => {
        const ofCode = trial.failed.filter(({ problem }) => problem === code)
        return (
          <details key={code} open={ofCode.length <= 5} className="rounded-lg border border-line px-3 py-2">
            <summary className="cursor-default">
              {t(`ownFields.convert.${code}`)} <span className="text-ink-faint">{format.number(ofCode.length)}</span>
            </summary>
            <dl className="mt-1.5 grid grid-cols-2 gap-x-3 text-sm">
              {ofCode.slice(0, MOST).map(({ id, name, before }) => (
                <Fragment key={id}>
                  <dt className="truncate text-ink-muted">
                    <bdi>{name}</bdi>
                  </dt>
                  <dd className="truncate">
                    <bdi>{before}</bdi>
                  </dd>
                </Fragment>
              ))}
            </dl>
            {ofCode.length > MOST && (
              <p className="text-ink-faint">{t('ownFields.trial.more', { count: ofCode.length - MOST })}</p>
            )}
          </details>
        )
      })}
      <ListedUses uses={trial.uses} />
    </div>
  )
}
