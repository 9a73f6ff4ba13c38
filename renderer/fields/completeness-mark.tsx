import { CircleAlert, CircleCheck } from 'lucide-react'

import { completeness } from '../../shared/domain/index.ts'
import { useI18n } from '../i18n/index.ts'
import { Button, Icon, Popover } from '../ui/index.ts'
import { useCatalog } from './lookups.ts'
import { useColumnLabel } from './use-format.ts'

/** Whether a record has what is required of it; opened it lists what is missing, each with a way to fill it in. */
export const CompletenessMark = ({
  noun,
  record,
  onFill,
}: {
  noun: 'customers' | 'deals'
  record: { readonly id: string }
  /** Opens the record's form at a field. */
  onFill: (key: string) => void
}) => {
  const { t } = useI18n()
  const label = useColumnLabel(noun)
  const { missing, additional } = completeness(noun, { ...record }, useCatalog())
  const isWhole = missing.length === 0
  const text = isWhole ? t('fields.complete') : t('fields.missing.short', { count: missing.length })
  return (
    <Popover
      label={isWhole ? text : t('fields.missing.title')}
      placement="bottom start"
      trigger={
        <Button small variant="quiet" className={isWhole ? '-my-1 text-ink-faint' : '-my-1 text-amber'}>
          <Icon of={isWhole ? CircleCheck : CircleAlert} size={13} />
          {text}
        </Button>
      }
    >
      {(close) => (
        <div className="flex w-64 flex-col gap-2">
          <h3 className="font-semibold">{isWhole ? t('fields.missing.none') : t('fields.missing.title')}</h3>
          <ul className="flex flex-col empty:hidden">
            {missing.map((key) => (
              <li key={key} className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate">{label(key)}</span>
                <Button
                  small
                  aria-label={`${t('fields.missing.fill')}: ${label(key)}`}
                  onPress={() => {
                    close()
                    onFill(key)
                  }}
                >
                  {t('fields.missing.fill')}
                </Button>
              </li>
            ))}
          </ul>
          <p className="text-ink-faint text-xs">{t('fields.missing.additional', additional)}</p>
        </div>
      )}
    </Popover>
  )
}
