import { useI18n } from '../../i18n/index.ts'
import type { ImportResult } from '../../workers/import-protocol.ts'
import { CountTiles } from './counts.tsx'
import { ProblemList } from './problem-list.tsx'
import type { ImportActions } from './use-import.ts'

/** What came in, and what did not. */
export const ResultStep = ({ result, actions }: { result: ImportResult; actions: ImportActions }) => {
  const { t } = useI18n()
  const { analysis } = actions.state
  return (
    <>
      <p role="status" className="font-[560]">
        {result.state === 'cancelled' ? t('transfer.cancelled') : t('transfer.finished')}
      </p>
      <CountTiles counts={result.counts} />
      {result.counts.companies > 0 && <p>{t('transfer.companies', { count: result.counts.companies })}</p>}
      {result.counts.partial > 0 && <p>{t('transfer.partial', { count: result.counts.partial })}</p>}
      {analysis && <ProblemList report={result} analysis={analysis} actions={actions} />}
    </>
  )
}
