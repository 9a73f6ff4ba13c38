import { type RefObject, useMemo } from 'react'

import { type OpenConflict, settleConflicts, useBook } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { sidesOf } from './by-record.ts'
import { focusNext } from './focus-next.ts'

/** Buttons that let one device stand in all conflicts of a record. Nothing where that would decide only one. */
export const Sides = ({
  conflicts,
  name,
  item,
}: {
  conflicts: readonly OpenConflict[]
  /** What the record is called. */
  name: string
  item: RefObject<HTMLLIElement | null>
}) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const sides = useMemo(() => sidesOf(conflicts, book.device), [conflicts, book.device])
  if (sides.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {sides.map(({ device, isHere, by = '', choices }) => {
        const params = { where: isHere ? 'here' : 'elsewhere', by: by === '' ? 'nobody' : 'somebody', name: by }
        return (
          <Button
            key={device}
            small
            aria-label={t('sync.conflicts.allOfRecord', { ...params, record: name })}
            onPress={() => {
              const goOn = focusNext(item.current)
              settleConflicts(book, choices).then(goOn, tellError)
            }}
          >
            {t('sync.conflicts.allOf', params)}
          </Button>
        )
      })}
    </div>
  )
}
