// biome-ignore-all lint/a11y/useSemanticElements: a list of results under a text box has no element of its own
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

import { useI18n } from '../i18n/index.ts'
import { Avatar, cx, Icon } from '../ui/index.ts'
import type { CommandContext } from './commands.ts'
import { Keys } from './keys.tsx'
import { type PaletteItem, usePaletteItems } from './palette-items.ts'

const headings = { found: 'app.paletteFound', go: 'app.keysGo', do: 'app.paletteDo' } as const

const Line = ({ item, id, active, onRun }: { item: PaletteItem; id: string; active: boolean; onRun: () => void }) => {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the text box has the keys and the focus
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={active}
      onClick={onRun}
      className={cx(
        'flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5',
        active ? 'bg-sunk' : 'hover:bg-sunk/60',
      )}
    >
      {item.avatar && <Avatar {...item.avatar} />}
      {item.icon && <Icon of={item.icon} className="mx-[3px] text-ink-muted" />}
      <bdi className="truncate">{item.label}</bdi>
      {item.detail !== undefined && <bdi className="min-w-0 flex-1 truncate text-ink-faint">{item.detail}</bdi>}
      {item.keys !== undefined && (
        <span className="ms-auto">
          <Keys keys={item.keys} />
        </span>
      )}
    </div>
  )
}

const Finder = ({ context, onClose }: { context: CommandContext; onClose: () => void }) => {
  const { t } = useI18n()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const items = usePaletteItems(text, context)
  const active = Math.min(at, items.length - 1)
  const run = (item: PaletteItem | undefined) => {
    if (!item) return
    onClose()
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
    }
    const step = steps[event.key]
    if (event.key === 'Enter') run(items[active])
    else if (step === undefined) return
    else
      setAt(
        items.length === 0 ? 0 : Math.abs(step) === 1 ? (step + items.length) % items.length : wrap(step, items.length),
      )
    event.preventDefault()
  }
  return (
    <>
      <div className="flex flex-none items-center gap-2.5 border-line border-b px-4">
        <Icon of={Search} className="text-ink-faint" />
        <input
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it
          autoFocus
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-label={t('app.find')}
          placeholder={t('app.findBox')}
          dir={text ? 'auto' : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-[14px] outline-none"
        />
      </div>
      <div id={id} role="listbox" aria-label={t('app.find')} className="min-h-0 flex-1 overflow-auto p-1.5">
        {items.map((item, index) => (
          <div key={item.id} role="presentation">
            {item.group !== items[index - 1]?.group && (
              <p role="presentation" className="px-2.5 pt-2 pb-1 font-[520] text-ink-faint text-xs">
                {t(headings[item.group])}
              </p>
            )}
            <Line item={item} id={`${id}-${index}`} active={index === active} onRun={() => run(item)} />
          </div>
        ))}
        {items.length === 0 && <p className="px-2.5 py-6 text-center text-ink-muted">{t('ui.noMatch')}</p>}
      </div>
      <p role="status" className="sr-only">
        {t('app.paletteCount', { count: items.length })}
      </p>
    </>
  )
}

const wrap = (step: number, length: number): number => Math.max(0, Math.min(length - 1, step))

/** Finds any record, goes anywhere, does anything: by typing. */
export const Palette = ({ context, onClose }: { context: CommandContext; onClose: () => void }) => {
  const { t } = useI18n()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className="fixed inset-0 z-50 flex items-start justify-center bg-scrim p-4 pt-[11vh]"
    >
      <Modal className="flex max-h-[62vh] w-full max-w-[600px] flex-col overflow-hidden rounded-xl bg-surface text-ink shadow-float">
        <AriaDialog aria-label={t('app.find')} className="flex min-h-0 flex-col outline-none">
          <Finder context={context} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
