import { History as HistoryIcon, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import { splitPath } from '../../../shared/change/index.ts'
import type { FieldChange, History, NounName, WriteKey } from '../../../shared/domain/index.ts'
import { useBook, useHistory } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, EmptyState, Spinner } from '../../ui/index.ts'
import { useTellError } from '../open-outside.tsx'
import { useFormatContext } from '../use-format.ts'
import { changeText } from './change-text.ts'
import { useHistoryNames } from './history-names.ts'

type Recorded = { id: string; createdAt: string; createdBy?: string | undefined }

/** Kept by the program: their changes say nothing that the line's heading does not. */
const HIDDEN = new Set(['order', 'stageEnteredAt', 'deletedAt', 'erasedAt', 'importId'])
/** Changed only together with others, by moving, winning or losing: alone they would contradict them. */
const KEPT = new Set(['status', 'closedAt', 'stageId', 'pipelineId'])

const written: Record<NounName, WriteKey> = {
  customers: 'customerChanged',
  deals: 'dealChanged',
  interactions: 'interactionChanged',
  tasks: 'taskChanged',
}

const ChangeLine = ({
  text,
  onRestore,
}: {
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
          {text.before === '' ? t('customers.history.clear') : t('customers.history.restore')}
        </Button>
      )}
    </div>
  )
}

const Line = ({
  title,
  at,
  by,
  children,
}: {
  title: string
  at: string
  by?: string | undefined
  children?: ReactNode
}) => {
  const { format } = useI18n()
  return (
    <li className="border-line border-b py-2 last:border-b-0">
      <header className="flex items-baseline gap-2">
        <h4 className="font-[560]">{title}</h4>
        {by && <bdi className="text-ink-muted">{by}</bdi>}
        <time dateTime={at} className="ms-auto text-ink-faint text-xs">
          {format.instant(at, 'dateTime')}
        </time>
      </header>
      {children}
    </li>
  )
}

const NONE: readonly History[] = []

/** Every change of a record, field by field, newest first; an old value can be brought back. `name` is for its toast. */
export const RecordHistory = ({ noun, record, name }: { noun: NounName; record: Recorded; name: string }) => {
  const { t, tx } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const rows = useHistory(noun, record.id)
  const context = useFormatContext(useHistoryNames(rows ?? NONE))
  if (!rows) return <Spinner />
  if (rows.length === 0) return <EmptyState small icon={HistoryIcon} title={t('customers.history.empty')} />
  const { catalog } = context.lookups
  const isShown = ({ path }: FieldChange): boolean => {
    const [field] = splitPath(path)
    return !HIDDEN.has(field) && catalog.access(field, undefined) !== 'hidden'
  }
  const canBringBack = ({ path }: FieldChange): boolean => {
    const [field] = splitPath(path)
    return (noun !== 'deals' || !KEPT.has(field)) && catalog.access(field, Reflect.get(record, field)) === 'open'
  }
  const bringBack = ({ path, before }: FieldChange) =>
    void book
      .write({ key: written[noun], params: { name } }, (draft) => draft.setPaths(noun, record.id, { [path]: before }))
      .catch(tellError)
  return (
    <ol className="flex flex-col">
      {rows.map(({ id, what, changes, createdAt, createdBy }) => (
        <Line key={id} title={tx(`fields.what.${what}`, t('fields.what.other'))} at={createdAt} by={createdBy}>
          {changes.filter(isShown).map((change) => (
            <ChangeLine
              key={change.path}
              text={changeText(context, noun, change, record)}
              onRestore={canBringBack(change) ? () => bringBack(change) : undefined}
            />
          ))}
        </Line>
      ))}
      <Line title={t('fields.what.created')} at={record.createdAt} by={record.createdBy} />
    </ol>
  )
}

/** The history of a record at the end of its form, closed until it is asked for. */
export const HistoryDisclosure = (props: Parameters<typeof RecordHistory>[0]) => {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="mt-5 border-line border-t pt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-default font-[560] text-ink-muted">{t('fields.history')}</summary>
      {isOpen && <RecordHistory {...props} />}
    </details>
  )
}
