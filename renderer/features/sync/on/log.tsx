import { useState } from 'react'

import { type SyncLogEntry, useSyncLog } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { Section } from '../section.tsx'

const FIRST = 10

const Line = ({ entry }: { entry: SyncLogEntry }) => {
  const { t, tx, format } = useI18n()
  const { error, notice, aside } = entry
  const told = [error, notice].filter((each) => each !== undefined)
  return (
    <li className="flex flex-col gap-0.5 px-3 py-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <time dateTime={new Date(entry.at).toISOString()} className="min-w-36">
          {format.instant(new Date(entry.at).toISOString(), 'dateTime')}
        </time>
        {(!error || entry.in + entry.out > 0) && (
          <span className="text-ink-muted">{t('sync.log.counts', { in: entry.in, out: entry.out })}</span>
        )}
        {aside > 0 && <span className="text-amber">{t('sync.log.aside', { count: aside })}</span>}
      </div>
      {told.map(({ code, params }) => (
        <p key={code} className={error?.code === code ? 'text-red' : 'text-amber'}>
          {tx(`error.${code}`, code, params)}
        </p>
      ))}
    </li>
  )
}

/** The last exchanges: when, how much, and what was in the way. */
export const Log = () => {
  const { t } = useI18n()
  const log = useSyncLog()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? log : log?.slice(0, FIRST)
  return (
    <Section title={t('sync.log')}>
      {log?.length === 0 && <p className="text-ink-muted">{t('sync.log.empty')}</p>}
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line empty:hidden">
        {shown?.map((entry) => (
          <Line key={entry.id ?? entry.at} entry={entry} />
        ))}
      </ul>
      {log !== undefined && log.length > FIRST && !isWhole && (
        <div>
          <Button small onPress={() => setWhole(true)}>
            {t('settings.showMore')}
          </Button>
        </div>
      )}
    </Section>
  )
}
