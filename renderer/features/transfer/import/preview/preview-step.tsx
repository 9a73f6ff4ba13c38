import { useI18n } from '../../../../i18n/index.ts'
import type { Analysis } from '../../../../workers/import-protocol.ts'
import type { WizardActions } from '../wizard-actions.ts'
import { FileOptions } from './file-options.tsx'
import { Recognised } from './recognised.tsx'
import { TablePreview } from './table-preview.tsx'

/** What was found in the file: where it is from, what its rows are, and how they read. */
export const PreviewStep = ({ analysis, actions }: { analysis: Analysis; actions: WizardActions }) => {
  const { t } = useI18n()
  const { head, headerRow, columns, leftOut } = analysis
  const first = headerRow === null ? 0 : headerRow + 1
  const rows = head.slice(first).map((cells, at) => ({ number: first + at + 1, cells }))
  return (
    <>
      <Recognised analysis={analysis} />
      <FileOptions analysis={analysis} onChange={(options) => void actions.reread(options)} />
      <div className="flex flex-col gap-2">
        <h2 className="font-semibold">{t('transfer.preview')}</h2>
        <TablePreview label={t('transfer.preview')} headers={columns.map(({ header }) => header)} rows={rows} />
        {leftOut.length > 0 && (
          <p className="text-ink-muted text-sm">
            {t('transfer.cardsLeftOut', { names: leftOut.map(({ property }) => property).join(', ') })}
          </p>
        )}
      </div>
    </>
  )
}
