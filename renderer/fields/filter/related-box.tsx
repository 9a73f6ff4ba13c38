import { X } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'

import type { Column, NounName, Related } from '../../../shared/domain/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { IconButton, MoneyField, NumberField, Select } from '../../ui/index.ts'
import { useLookups } from '../lookups.ts'
import { useColumnLabel, useFormatContext } from '../use-format.ts'
import { inMode, measuredColumns, modeOf, type RelatedMode, relatedModes } from './node-model.ts'
import { relatedName } from './node-text.ts'

const MEASURES: Partial<Record<RelatedMode, 'sum' | 'last'>> = { sum: 'sum', before: 'last', within: 'last' }

const BoundField = ({
  bound,
  node,
  column,
  onChange,
}: {
  bound: 'from' | 'to'
  node: Related
  column: Column | undefined
  onChange: (node: Related) => void
}) => {
  const { t } = useI18n()
  const { settings } = useLookups()
  const props = {
    label: t(bound === 'from' ? 'customers.filter.atLeast' : 'customers.filter.atMost'),
    value: node[bound],
    onChange: (value: number | undefined) => onChange({ ...node, [bound]: value }),
    className: 'w-28',
  }
  return node.measure === 'sum' && column?.type === 'money' ? (
    <MoneyField {...props} currency={settings?.currency ?? 'EUR'} />
  ) : (
    <NumberField {...props} minValue={0} />
  )
}

/** A condition on linked records: how they are measured, and which of them count. */
export const RelatedBox = ({
  noun,
  node,
  onChange,
  onRemove,
  children,
}: {
  noun: NounName
  node: Related
  onChange: (node: Related) => void
  onRemove: () => void
  /** The conditions on the linked records. */
  children: ReactNode
}) => {
  const { t } = useI18n()
  const context = useFormatContext()
  const label = useColumnLabel(node.noun)
  const { catalog } = context.lookups
  const columns = useMemo(
    () => ({ sum: measuredColumns(catalog, node.noun, 'sum'), last: measuredColumns(catalog, node.noun, 'last') }),
    [catalog, node.noun],
  )
  const mode = modeOf(node)
  const first = { sum: columns.sum[0]?.key ?? '', last: columns.last[0]?.key ?? '' }
  const measure = MEASURES[mode]
  const offered = measure ? columns[measure] : []
  const days = mode === 'before' ? node.before : node.within
  const setDays = (value = 0) => onChange(mode === 'before' ? { ...node, before: value } : { ...node, within: value })
  const name = relatedName(context, noun, node)
  return (
    <section aria-label={name} className="rounded-lg border border-line bg-canvas p-2.5">
      <header className="mb-2 flex items-center gap-2">
        <h4 className="font-[560]">{name}</h4>
        <IconButton
          small
          icon={X}
          label={t('customers.filter.removeOne', { name })}
          className="ms-auto"
          onPress={onRemove}
        />
      </header>
      <div className="flex flex-wrap items-end gap-2">
        <Select
          hideLabel
          label={t('segments.mode')}
          className={measure === 'last' ? 'w-72' : 'w-44'}
          options={relatedModes
            .filter((each) => each !== 'sum' || columns.sum.length > 0)
            .map((id) => ({ id, label: t(`segments.mode.${id}`) }))}
          value={mode}
          onChange={(next) => {
            const chosen = relatedModes.find((each) => each === next)
            if (chosen && chosen !== mode) onChange(inMode(node, chosen, first))
          }}
        />
        {offered.length > 1 && (
          <Select
            label={t(measure === 'sum' ? 'segments.mode.sumOf' : 'segments.mode.lastOf')}
            className="w-44"
            options={offered.map(({ key }) => ({ id: key, label: label(key) }))}
            value={node.column}
            onChange={(column) => onChange({ ...node, column })}
          />
        )}
        {(mode === 'count' || mode === 'sum') &&
          (['from', 'to'] as const).map((bound) => (
            <BoundField
              key={bound}
              bound={bound}
              node={node}
              column={offered.find(({ key }) => key === node.column)}
              onChange={onChange}
            />
          ))}
        {(mode === 'before' || mode === 'within') && (
          <NumberField
            label={t('customers.filter.days')}
            minValue={0}
            className="w-24"
            value={days}
            onChange={setDays}
          />
        )}
      </div>
      <p className="mt-2.5 mb-1.5 text-ink-muted text-sm">{t('segments.onlyThose')}</p>
      {children}
    </section>
  )
}
