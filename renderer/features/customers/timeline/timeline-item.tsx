import { PencilLine, Trash2 } from 'lucide-react'

import { useBook } from '../../../data/index.ts'
import { type FormatContext, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Icon, IconButton } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { entryIcon } from './entry-look.ts'
import { entryText } from './entry-text.ts'
import type { TimelineEntry } from './timeline-model.ts'

const authorOf = (entry: TimelineEntry): string | undefined => {
  if (entry.kind === 'change' || entry.kind === 'dealChange') return entry.history.createdBy
  return entry.kind === 'interaction' ? entry.interaction.createdBy : undefined
}

/** One thing that happened. An interaction logged by mistake can be changed or deleted here. */
export const TimelineItem = ({
  entry,
  context,
  customerId,
}: {
  entry: TimelineEntry
  context: FormatContext
  customerId: string
}) => {
  const { t, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const { title, lines } = entryText(context, entry, customerId)
  const author = authorOf(entry)
  const remove = (id: string) =>
    void book.write({ key: 'interactionDeleted' }, (draft) => draft.remove('interactions', id)).catch(tellError)
  return (
    <li className="group/entry grid grid-cols-[24px_minmax(0,1fr)_auto] gap-2 py-[7px]">
      <span className="grid size-6 place-items-center rounded-full bg-sunk text-ink-muted">
        <Icon of={entryIcon(entry)} size={13} />
      </span>
      <div className="min-w-0">
        <p className="break-words font-[560]">
          <bdi>{title}</bdi>
        </p>
        {lines.map((line) => (
          <p key={line} dir="auto" className="line-clamp-6 whitespace-pre-wrap break-words text-start text-ink-muted">
            {line}
          </p>
        ))}
      </div>
      <div className="flex items-start gap-1 text-ink-faint text-xs">
        {entry.kind === 'interaction' && (
          <span className="-mt-1 flex opacity-0 focus-within:opacity-100 group-hover/entry:opacity-100">
            <IconButton
              small
              icon={PencilLine}
              label={t('customers.timeline.edit')}
              onPress={() => openDialog({ kind: 'editInteraction', id: entry.interaction.id })}
            />
            <IconButton
              small
              icon={Trash2}
              label={t('customers.timeline.delete')}
              onPress={() => remove(entry.interaction.id)}
            />
          </span>
        )}
        <time
          dateTime={entry.at}
          title={[format.instant(entry.at, 'dateTime'), author].filter(Boolean).join(' · ')}
          className="pt-0.5"
        >
          {format.instant(entry.at, 'relative')}
        </time>
      </div>
    </li>
  )
}
