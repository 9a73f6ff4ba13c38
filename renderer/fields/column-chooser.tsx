import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'

import { type NounName, plainCatalog } from '../../shared/domain/index.ts'
import { useI18n } from '../i18n/index.ts'
import { Button, Checkbox, IconButton, Popover } from '../ui/index.ts'
import { useCatalog } from './lookups.ts'
import { useColumnLabel } from './use-format.ts'

/** The columns a list of the noun starts with. */
export const defaultColumns = (noun: NounName): string[] =>
  plainCatalog
    .columns(noun)
    .filter(({ shown }) => shown === 'default')
    .map(({ key }) => key)

const moved = (columns: readonly string[], from: number, to: number): string[] => {
  const next = [...columns]
  const [key] = next.splice(from, 1)
  if (key !== undefined) next.splice(to, 0, key)
  return next
}

/** Which columns a list shows, and in which order. The first one stays: a list needs a name to go by. */
export const ColumnChooser = ({
  noun,
  columns,
  onChange,
}: {
  noun: NounName
  columns: readonly string[]
  onChange: (columns: string[]) => void
}) => {
  const { t, compare } = useI18n()
  const label = useColumnLabel(noun)
  const others = useCatalog()
    .columns(noun)
    .filter(({ key, shown }) => shown !== 'hidden' && !columns.includes(key))
    .map(({ key }) => ({ key, name: label(key) }))
    .sort((a, b) => compare(a.name, b.name))
  return (
    <Popover
      label={t('customers.columns.title')}
      placement="bottom end"
      trigger={<IconButton small icon={Columns3} label={t('customers.columns.title')} />}
    >
      <div className="flex w-64 flex-col gap-0.5">
        <h3 className="pb-1 font-semibold">{t('customers.columns.title')}</h3>
        <ul className="flex flex-col">
          {columns.map((key, index) => (
            <li key={key} className="flex h-7 items-center gap-1">
              <Checkbox
                className="min-w-0 flex-1"
                value
                isDisabled={index === 0}
                onChange={() => onChange(columns.filter((each) => each !== key))}
              >
                <span className="truncate">{label(key)}</span>
              </Checkbox>
              <IconButton
                small
                icon={ArrowUp}
                label={t('customers.columns.up', { name: label(key) })}
                isDisabled={index < 2}
                onPress={() => onChange(moved(columns, index, index - 1))}
              />
              <IconButton
                small
                icon={ArrowDown}
                label={t('customers.columns.down', { name: label(key) })}
                isDisabled={index === 0 || index === columns.length - 1}
                onPress={() => onChange(moved(columns, index, index + 1))}
              />
            </li>
          ))}
        </ul>
        <hr className="my-1 border-line" />
        <ul className="flex flex-col">
          {others.map(({ key, name }) => (
            <li key={key} className="flex h-7 items-center">
              <Checkbox className="flex-1" value={false} onChange={() => onChange([...columns, key])}>
                {name}
              </Checkbox>
            </li>
          ))}
        </ul>
        <Button small variant="quiet" className="mt-1 self-start" onPress={() => onChange(defaultColumns(noun))}>
          {t('customers.columns.reset')}
        </Button>
      </div>
    </Popover>
  )
}
