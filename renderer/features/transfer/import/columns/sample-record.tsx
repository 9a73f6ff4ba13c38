import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'

import { useCatalog } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Card, FieldList, FieldRow, IconButton } from '../../../../ui/index.ts'
import type { Analysis } from '../../../../workers/import-protocol.ts'
import { targetLabel } from '../../path-label.ts'

/** One of the first rows as the record it will be, with the way to the next. */
export const SampleRecord = ({ analysis }: { analysis: Analysis }) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const catalog = useCatalog()
  const [at, setAt] = useState(0)
  const { head, headerRow, columns, noun } = analysis
  const rows = head
    .slice(headerRow === null ? 0 : headerRow + 1)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const shown = Math.min(at, rows.length - 1)
  const cells = rows[shown]
  if (!cells) return null
  const values = columns.flatMap(({ path, header }, column) => {
    const value = cells[column]?.trim() ?? ''
    return path === '' || value === '' ? [] : [{ key: `${column}/${header}`, path, value }]
  })
  return (
    <Card
      title={t('transfer.sample')}
      aside={
        <span className="flex items-center gap-1">
          <IconButton
            icon={ChevronLeft}
            small
            flip
            label={t('transfer.sample.previous')}
            isDisabled={shown === 0}
            onPress={() => setAt(shown - 1)}
          />
          <span className="tabular-nums">
            {t('transfer.progress', { done: format.number(shown + 1), total: format.number(rows.length) })}
          </span>
          <IconButton
            icon={ChevronRight}
            small
            flip
            label={t('transfer.sample.next')}
            isDisabled={shown >= rows.length - 1}
            onPress={() => setAt(shown + 1)}
          />
        </span>
      }
      className="sticky top-0"
    >
      {values.length === 0 ? (
        <p className="text-ink-muted">{t('transfer.sample.empty')}</p>
      ) : (
        <FieldList>
          {values.map(({ key, path, value }) => (
            <FieldRow key={key} label={targetLabel(noun, path, i18n, catalog)}>
              <bdi className="break-words">{value}</bdi>
            </FieldRow>
          ))}
        </FieldList>
      )}
    </Card>
  )
}
