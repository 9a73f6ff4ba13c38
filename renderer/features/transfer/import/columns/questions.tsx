import { CircleHelp } from 'lucide-react'

import { useI18n } from '../../../../i18n/index.ts'
import { Icon, RadioGroup } from '../../../../ui/index.ts'
import type { Analysis, ColumnChoice } from '../../../../workers/import-protocol.ts'
import { dateOrderOptions } from './date-orders.ts'

const SHOWN = 3

/** What only the person knows, and must say before the import can go on. */
export const Questions = ({
  analysis,
  nameOf,
  onAnswer,
}: {
  analysis: Analysis
  nameOf: (column: number) => string
  onAnswer: (column: number, choice: Partial<ColumnChoice>) => void
}) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const { questions } = analysis
  if (questions.length === 0) return null
  return (
    <section aria-label={t('transfer.questions')} className="flex flex-col gap-3 rounded-lg bg-amber-soft px-4 py-3">
      <p className="flex items-center gap-2 font-[560]">
        <Icon of={CircleHelp} className="text-amber" />
        {t('transfer.questions.detail', { count: questions.length })}
      </p>
      {questions.map(({ column, samples }) => (
        <RadioGroup
          key={column}
          label={t('transfer.dateOrder', {
            column: nameOf(column),
            samples: format.list(samples.slice(0, SHOWN)),
            sample: samples[0] ?? '',
          })}
          options={dateOrderOptions(samples[0] ?? '', i18n)}
          value={undefined}
          onChange={(dateOrder) => onAnswer(column, { dateOrder, dateSure: true })}
        />
      ))}
    </section>
  )
}
