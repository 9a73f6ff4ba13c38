import { Undo2 } from 'lucide-react'

import { splitPath } from '../../../../shared/change/index.ts'
import { type Customer, displayName, type FieldChange, type History } from '../../../../shared/domain/index.ts'
import { useBook, useHistory } from '../../../data/index.ts'
import { useFormatContext, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState, Spinner } from '../../../ui/index.ts'
import { changeText } from '../timeline/change-text.ts'
import { useLinkedNames } from '../timeline/linked-names.ts'

const KEPT = new Set(['deletedAt', 'erasedAt', 'importId', 'createdAt'])

const ChangeLine = ({
  change,
  text,
  onRestore,
}: {
  change: FieldChange
  text: ReturnType<typeof changeText>
  onRestore: (() => void) | undefined
}) => {
  const { t } = useI18n()
  return (
    <div className="grid grid-cols-[104px_minmax(0,1fr)_auto] items-start gap-2 py-1">
      <span className="text-ink-faint">{text.label}</span>
      <div className="min-w-0 break-words">
        {text.before !== '' && (
          <p>
            <span className="sr-only">{t('customers.history.before')} </span>
            <bdi className="text-ink-faint line-through">{text.before}</bdi>
          </p>
        )}
        {text.after !== '' && (
          <p>
            <span className="sr-only">{t('customers.history.after')} </span>
            <bdi>{text.after}</bdi>
          </p>
        )}
      </div>
      {onRestore && (
        <Button
          small
          variant="quiet"
          icon={Undo2}
          aria-label={t('customers.history.restoreField', { field: text.label })}
          onPress={onRestore}
        >
          {change.before === undefined ? t('customers.history.clear') : t('customers.history.restore')}
        </Button>
      )}
    </div>
  )
}

/** Whether the record still holds what a change wrote: then there is something to bring back. */
const canBringBack = (change: FieldChange): boolean => !KEPT.has(splitPath(change.path)[0])

/** Every change of a customer, field by field, newest first; any old value can be brought back. */
export const HistoryList = ({ customer }: { customer: Customer }) => {
  const { t, tx, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const rows = useHistory('customers', customer.id)
  const context = useFormatContext(useLinkedNames(rows ?? NONE))
  if (!rows) return <Spinner />
  if (rows.length === 0) return <EmptyState small icon={Undo2} title={t('customers.history.empty')} />
  const bringBack = ({ path, before }: FieldChange) =>
    void book
      .write({ key: 'customerChanged', params: { name: displayName(customer) } }, (draft) =>
        draft.setPaths('customers', customer.id, { [path]: before }),
      )
      .catch(tellError)
  const what = (row: History) => tx(`customers.what.${row.what}`, '') || t('customers.what.other')
  return (
    <ol className="flex flex-col px-[18px] py-2">
      {rows.map((row) => (
        <li key={row.id} className="border-line border-b py-2">
          <header className="flex items-baseline gap-2">
            <h4 className="font-[560]">{what(row)}</h4>
            {row.createdBy && <bdi className="text-ink-muted">{row.createdBy}</bdi>}
            <time dateTime={row.createdAt} className="ms-auto text-ink-faint text-xs">
              {format.instant(row.createdAt, 'dateTime')}
            </time>
          </header>
          {row.changes.map((change) => (
            <ChangeLine
              key={change.path}
              change={change}
              text={changeText(context, 'customers', change)}
              onRestore={canBringBack(change) ? () => bringBack(change) : undefined}
            />
          ))}
        </li>
      ))}
    </ol>
  )
}

const NONE: readonly History[] = []
