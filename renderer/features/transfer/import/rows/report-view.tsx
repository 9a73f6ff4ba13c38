import { FileDown } from 'lucide-react'
import { useState } from 'react'

import type { NounName } from '../../../../../shared/domain/index.ts'
import { outcomes, targetsOf } from '../../../../../shared/import/index.ts'
import { download } from '../../../../desktop/index.ts'
import { useCatalog, useTellError } from '../../../../fields/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Button } from '../../../../ui/index.ts'
import type { Analysis, ImportReport, RowSet } from '../../../../workers/import-protocol.ts'
import type { WizardActions } from '../wizard-actions.ts'
import { mendName, mendWords, problemText } from './problem-text.ts'
import { RowBrowser } from './row-browser.tsx'
import { type Tile, Tiles } from './tiles.tsx'

const tones = {
  created: 'text-green',
  updated: 'text-blue',
  unchanged: 'text-ink',
  skipped: 'text-amber',
  failed: 'text-red',
  duplicates: 'text-amber',
} as const
const SHOWN_KINDS = 8

type Shown = {
  noun: NounName
  fileName: string
  report: ImportReport
  analysis: Analysis | undefined
  actions: WizardActions
}

/** Beside the rows: companies and items of lists that are made for them, and values that stay out. */
const Besides = ({ report }: { report: ImportReport }) => {
  const { t } = useI18n()
  const { companies, listItems, partial } = report.counts
  const lines = [
    ...(companies > 0 ? [t('transfer.companies', { count: companies })] : []),
    ...(listItems > 0 ? [t('transfer.listItems', { count: listItems })] : []),
    ...(partial > 0 ? [t('transfer.partial', { count: partial })] : []),
  ]
  return lines.length === 0 ? null : (
    <ul className="flex flex-col gap-0.5 text-ink-muted">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** What is wrong, how often, and the rows as a file to mend. */
const Problems = ({ noun, fileName, report, analysis, actions }: Shown) => {
  const i18n = useI18n()
  const { t } = i18n
  const catalog = useCatalog()
  const tellError = useTellError()
  if (report.toldCount === 0 && report.badCount === 0) return null
  const save = async () => {
    const paths = [...targetsOf(noun, catalog), ...(analysis?.columns.map(({ path }) => path) ?? [])]
    const text = await actions.mend(mendWords(noun, paths, i18n, catalog))
    download(mendName(fileName, t('transfer.mendName')), new Blob([text], { type: 'text/csv;charset=utf-8' }))
  }
  return (
    <section className="flex flex-col gap-2 rounded-lg border border-line px-4 py-3">
      <h2 className="font-semibold">{t('transfer.problems', { count: report.toldCount })}</h2>
      <ul className="flex flex-col gap-1">
        {report.problems.slice(0, SHOWN_KINDS).map(({ code, path, count, sample }) => (
          <li key={`${code}/${path}`} className="flex gap-2">
            <span className="flex-none text-ink-muted tabular-nums">{t('transfer.times', { count })}</span>
            <span>{problemText(noun, { code, path, value: sample }, i18n, catalog)}</span>
          </li>
        ))}
      </ul>
      {report.badCount > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <Button small icon={FileDown} onPress={() => void save().catch(tellError)}>
            {t('transfer.saveMend')}
          </Button>
          <span className="text-ink-muted text-sm">{t('transfer.saveMend.detail')}</span>
        </div>
      )}
    </section>
  )
}

/** What an import would do, or did: counts that filter the rows below them, and what is wrong. */
export const ReportView = ({ noun, fileName, report, analysis, actions }: Shown) => {
  const { t } = useI18n()
  const [set, setSet] = useState<RowSet>()
  const { counts } = report
  const tiles: Tile<(typeof outcomes)[number] | 'duplicates'>[] = [
    ...outcomes.map((id) => ({ id, label: t(`transfer.outcome.${id}`), count: counts[id], tone: tones[id] })),
    ...(counts.duplicates > 0
      ? [
          {
            id: 'duplicates' as const,
            label: t('transfer.outcome.duplicates'),
            count: counts.duplicates,
            tone: tones.duplicates,
          },
        ]
      : []),
  ]
  const selected = tiles.find(({ id }) => id === set)?.id
  return (
    <>
      <Tiles label={t('transfer.counts')} tiles={tiles} selected={selected} onSelect={(id) => setSet(id)} />
      <Besides report={report} />
      <Problems noun={noun} fileName={fileName} report={report} analysis={analysis} actions={actions} />
      <RowBrowser noun={noun} set={set ?? 'all'} of={report} actions={actions} />
    </>
  )
}
