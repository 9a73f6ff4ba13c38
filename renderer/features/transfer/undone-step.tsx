import { displayName } from '../../../shared/domain/index.ts'
import { useRecords } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'

const SHOWN = 20

/** Records that an undo left alone because someone has edited them since. */
const KeptRecords = ({ ids }: { ids: readonly string[] }) => {
  const { t } = useI18n()
  const records = useRecords('customers', ids.slice(0, SHOWN))
  return (
    <section>
      <p>{t('transfer.keptRecords', { count: ids.length })}</p>
      <ul className="mt-1 list-disc ps-5 text-ink-muted">
        {[...records.values()].map((record) => (
          <li key={record.id}>
            <bdi>{displayName(record)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What an undo took back, and what it left. */
export const UndoneStep = ({ undone }: { undone: { undone: number; kept: string[] } }) => {
  const { t } = useI18n()
  return (
    <>
      <p role="status">{t('transfer.undone', { count: undone.undone })}</p>
      {undone.kept.length > 0 && <KeptRecords ids={undone.kept} />}
    </>
  )
}
