import { type NounName, nouns, type Records } from '../../../../shared/domain/index.ts'
import { useCatalog } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { FieldList, FieldRow } from '../../../ui/index.ts'
import { targetLabel } from '../path-label.ts'
import { ShowImported } from '../show-imported.tsx'

const counted = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const

const isNoun = (text: string): text is NounName =>
  Object.hasOwn(nouns, text) && ['customers', 'deals', 'interactions', 'tasks'].includes(text)

/** What an import did with which column, and the way to its records. */
export const ImportDetails = ({ batch }: { batch: Records['imports'] }) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const catalog = useCatalog()
  const { noun } = batch
  const mapping = batch.mapping ?? []
  const used = mapping.filter(({ field }) => field !== '')
  return (
    <div className="mb-3 flex flex-col gap-3 rounded-lg bg-sunk px-3.5 py-3">
      <FieldList>
        <FieldRow label={t('transfer.history.when')}>{format.instant(batch.createdAt, 'dateTime')}</FieldRow>
        {counted.map((outcome) => (
          <FieldRow key={outcome} label={t(`transfer.outcome.${outcome}`)}>
            {format.number(batch[outcome] ?? 0)}
          </FieldRow>
        ))}
        {isNoun(noun) && used.length > 0 && (
          <FieldRow label={t('transfer.step.columns')}>
            <ul>
              {used.map(({ header, field }) => (
                <li key={`${header}/${field}`}>
                  <bdi>{header}</bdi> <span aria-hidden>{t('transfer.arrow')}</span>{' '}
                  {targetLabel(noun, field, i18n, catalog)}
                </li>
              ))}
            </ul>
          </FieldRow>
        )}
        {mapping.length > used.length && (
          <FieldRow label={t('transfer.leftOut.title')}>
            {format.list(mapping.filter(({ field }) => field === '').map(({ header }) => header))}
          </FieldRow>
        )}
      </FieldList>
      {isNoun(noun) && batch.state !== 'undone' && batch.created > 0 && (
        <div>
          <ShowImported importId={batch.id} noun={noun} count={batch.created} />
        </div>
      )}
    </div>
  )
}
