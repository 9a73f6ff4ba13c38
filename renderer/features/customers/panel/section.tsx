import { ChevronDown, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import { useI18n } from '../../../i18n/index.ts'
import { Button, Icon, IconButton } from '../../../ui/index.ts'

const FIRST = 4

/** A short list under a heading, with a way to add to it; long ones begin with their first lines. Nothing while it is empty. */
export const Section = <R,>({
  title,
  addLabel,
  onAdd,
  items,
  draw,
}: {
  title: string
  addLabel?: string
  onAdd?: () => void
  items: readonly R[]
  draw: (item: R) => ReactNode
}) => {
  const { t, format } = useI18n()
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  const shown = all ? items : items.slice(0, FIRST)
  return (
    <section aria-label={title} className="flex flex-col gap-0.5">
      <header className="flex h-6 items-center gap-1.5">
        <h3 className="font-[560] text-ink-faint text-xs">{title}</h3>
        <span className="text-ink-faint text-xs">{format.number(items.length)}</span>
        {onAdd && addLabel !== undefined && (
          <IconButton small icon={Plus} label={addLabel} className="ms-auto" onPress={onAdd} />
        )}
      </header>
      <ul>
        {shown.map((item, index) => (
          <li key={index.toString()}>{draw(item)}</li>
        ))}
      </ul>
      {items.length > shown.length && (
        <Button small variant="quiet" className="self-start" onPress={() => setAll(true)}>
          {t('customers.showMore', { count: items.length - shown.length })}
          <Icon of={ChevronDown} size={13} />
        </Button>
      )}
    </section>
  )
}
