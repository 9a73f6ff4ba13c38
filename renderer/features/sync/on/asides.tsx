import { useState } from 'react'

import { type AsideEntry, dismissAside, useAsides, useBook } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { Section } from '../section.tsx'
import { placeInFile } from './aside-name.ts'

const PAGE = 20

const Item = ({ entry }: { entry: AsideEntry }) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const { db } = useBook()
  const tellError = useTellError()
  const place = placeInFile(i18n, entry)
  return (
    <li className="flex items-start gap-3 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p>{t(`sync.aside.${entry.reason}`)}</p>
        <p className="text-ink-muted">
          {/* Nobody sends a file anew by itself. */}
          {t(
            entry.target === 'file' && entry.reason === 'damaged'
              ? 'error.syncFileDamaged'
              : `sync.aside.${entry.reason}Help`,
          )}
        </p>
        <p className="text-ink-faint text-sm">
          {t(`sync.aside.${entry.direction}`)} · {format.instant(new Date(entry.at).toISOString(), 'dateTime')} ·{' '}
          {place ?? <bdi className="break-all font-mono text-xs">{entry.key}</bdi>}
        </p>
      </div>
      <Button
        small
        variant="quiet"
        aria-label={t('sync.aside.dismissOf', { key: place ?? entry.key })}
        onPress={() => void dismissAside(db, entry).catch(tellError)}
      >
        {t('sync.aside.dismiss')}
      </Button>
    </li>
  )
}

/** What could not be taken, why, and what to do. Nothing while there is none. */
export const Asides = () => {
  const { t } = useI18n()
  const asides = useAsides()
  const [limit, setLimit] = useState(PAGE)
  if (!asides || asides.length === 0) return null
  return (
    <Section title={t('sync.aside.title', { count: asides.length })} help={t('sync.aside.help')}>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {asides.slice(0, limit).map((entry) => (
          <Item key={`${entry.target} ${entry.direction} ${entry.key}`} entry={entry} />
        ))}
      </ul>
      {asides.length > limit && (
        <div>
          <Button small onPress={() => setLimit(limit + PAGE)}>
            {t('settings.showMore')}
          </Button>
        </div>
      )}
    </Section>
  )
}
