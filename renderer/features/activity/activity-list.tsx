import type { Ref } from 'react'
import { type KeyboardEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { Skeleton } from '../../ui/index.ts'
import { type DayBlock, HEAD_HEIGHT, openingTop, ROW_HEIGHT } from './day-blocks.ts'
import { DayHead } from './day-head.tsx'
import { InteractionLine, TaskLine } from './lines.tsx'
import type { Source } from './sources.ts'
import { useEntries } from './use-activity.ts'
import { useScrollWindow } from './use-scroll-window.ts'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The arrows go from line to line; the others come into sight by it. */
const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
  const step = steps[event.key]
  const line = document.activeElement?.closest('[data-line]')
  if (step === undefined || !line) return
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')]
  const next = lines[lines.findIndex((other) => line.isSameNode(other)) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Days under each other, of any number: only the lines in sight are read and drawn. Opens at today. */
export const ActivityList = ({
  sources,
  blocks,
  today,
  listKey,
  ref,
}: {
  sources: readonly Source[]
  blocks: readonly DayBlock[]
  today: string
  /** Another key is another list: it opens at today again. */
  listKey: string
  ref: Ref<{ toToday: () => void }>
}) => {
  const { t } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  const { from, to, measure } = useScrollWindow(box)
  const { days, entryAt, names } = useEntries(sources, blocks, from, to)
  const last = blocks.at(-1)
  const toToday = () => {
    if (box.current) box.current.scrollTop = openingTop(blocks, today)
    measure()
  }
  useImperativeHandle(ref, () => ({ toToday }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list moves to today, not each change of it
  useLayoutEffect(toToday, [listKey])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows pressed in its lines bubble here
    <div
      ref={box}
      onKeyDown={onKeyDown}
      className="@container relative min-h-0 flex-1 overflow-auto border-line border-t"
    >
      <div className="relative" style={{ height: last ? last.top + last.height : 0 }}>
        {days.map(({ block, places }) => (
          <section
            key={block.day}
            aria-labelledby={`day-${block.day}`}
            className="absolute inset-x-0"
            style={{ top: block.top, height: block.height }}
          >
            <DayHead day={block.day} count={block.count} today={today} />
            <ul aria-label={t('activity.entries', { count: block.count })}>
              {places.map((place) => {
                const entry = entryAt(place)
                const { customerId, dealId } = entry?.record ?? {}
                const linked = { customer: names.customer(customerId), deal: names.deal(dealId) }
                return (
                  <li
                    key={entry?.record.id ?? `${place.source}/${place.offset}`}
                    aria-setsize={block.count}
                    aria-posinset={place.line + 1}
                    className="absolute inset-x-0 border-line border-b"
                    style={{ top: HEAD_HEIGHT + place.line * ROW_HEIGHT, height: ROW_HEIGHT }}
                  >
                    {entry === undefined ? (
                      <div className="flex h-full flex-col justify-center gap-2 px-[18px]">
                        <Skeleton className="h-3 w-1/3" />
                        <Skeleton className="h-3 w-1/5" />
                      </div>
                    ) : entry.noun === 'tasks' ? (
                      <TaskLine task={entry.record} names={linked} today={today} />
                    ) : (
                      <InteractionLine interaction={entry.record} names={linked} />
                    )}
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
