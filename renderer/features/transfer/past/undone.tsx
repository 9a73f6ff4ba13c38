import { Link } from '@tanstack/react-router'

import { displayName, type NounName } from '../../../../shared/domain/index.ts'
import { useRecords } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'

const SHOWN = 50

export type UndoneWork = { undone: number; kept: readonly { table: NounName; id: string }[] }

/** Records that an undo left alone because someone has edited or used them since. */
const Kept = ({ kept }: { kept: UndoneWork['kept'] }) => {
  const { t } = useI18n()
  const idsOf = (noun: NounName) => kept.slice(0, SHOWN).flatMap(({ table, id }) => (table === noun ? [id] : []))
  const customers = useRecords('customers', idsOf('customers'))
  const deals = useRecords('deals', idsOf('deals'))
  const tasks = useRecords('tasks', idsOf('tasks'))
  return (
    <section>
      <p>{t('transfer.keptRecords', { count: kept.length })}</p>
      <ul className="mt-1 list-disc ps-5 text-ink-muted">
        {[...customers.values()].map((record) => (
          <li key={record.id}>
            <Link to="/customers/$id" params={{ id: record.id }} className="hover:text-accent hover:underline">
              <bdi>{displayName(record)}</bdi>
            </Link>
          </li>
        ))}
        {[...deals.values()].map((record) => (
          <li key={record.id}>
            <Link to="/deals/$id" params={{ id: record.id }} className="hover:text-accent hover:underline">
              <bdi>{record.title}</bdi>
            </Link>
          </li>
        ))}
        {[...tasks.values()].map((record) => (
          <li key={record.id}>
            <bdi>{record.title}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What an undo took back, and what it left. */
export const Undone = ({ work }: { work: UndoneWork }) => {
  const { t } = useI18n()
  return (
    <div className="flex flex-col gap-2">
      <p role="status">{t('transfer.undone', { count: work.undone })}</p>
      {work.kept.length > 0 && <Kept kept={work.kept} />}
    </div>
  )
}
