import { Link } from '@tanstack/react-router'
import {
  Columns3,
  DatabaseBackup,
  FileInput,
  Info,
  List,
  ListPlus,
  LockKeyhole,
  Palette,
  RefreshCw,
  Settings2,
  ShieldCheck,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { cx, Icon, type IconType, PageHeader } from '../../ui/index.ts'
import { AboutSettings } from './about-settings.tsx'
import { AppearanceSettings } from './appearance-settings.tsx'
import { DataSettings } from './backups/data-settings.tsx'
import { FieldsSettings } from './fields/fields-settings.tsx'
import { GeneralSettings } from './general-settings.tsx'
import { ListsSettings } from './lists/lists-settings.tsx'
import { PipelinesSettings } from './pipelines/pipelines-settings.tsx'
import { PrivacySettings } from './privacy/privacy-settings.tsx'
import { SecuritySettings } from './security/security-settings.tsx'

const sections = [
  'general',
  'appearance',
  'lists',
  'fields',
  'pipelines',
  'imports',
  'privacy',
  'security',
  'sync',
  'data',
  'about',
] as const
export type SettingsSection = (typeof sections)[number]

const icons: Record<SettingsSection, IconType> = {
  general: Settings2,
  appearance: Palette,
  lists: List,
  fields: ListPlus,
  pipelines: Columns3,
  imports: FileInput,
  privacy: ShieldCheck,
  security: LockKeyhole,
  sync: RefreshCw,
  data: DatabaseBackup,
  about: Info,
}

const isSection = (text: string | undefined): text is SettingsSection => sections.some((section) => section === text)

/** `imports` and `sync` come from other features; the rest is here. */
const contentOf = (section: SettingsSection, { imports, sync }: { imports: ReactNode; sync: ReactNode }): ReactNode => {
  switch (section) {
    case 'general':
      return <GeneralSettings />
    case 'appearance':
      return <AppearanceSettings />
    case 'lists':
      return <ListsSettings />
    case 'fields':
      return <FieldsSettings />
    case 'pipelines':
      return <PipelinesSettings />
    case 'imports':
      return imports
    case 'privacy':
      return <PrivacySettings />
    case 'security':
      return <SecuritySettings />
    case 'sync':
      return sync
    case 'data':
      return <DataSettings />
    case 'about':
      return <AboutSettings />
  }
}

const itemClass =
  'flex items-center gap-2.5 rounded-md px-2 py-1.5 font-[500] text-ink-muted hover:bg-sunk hover:text-ink'

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest', inline: 'center' })

export const SettingsPage = ({
  section,
  imports,
  sync,
}: {
  section?: string | undefined
  imports: ReactNode
  sync: ReactNode
}) => {
  const { t } = useI18n()
  const open = isSection(section) ? section : 'general'
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('settings.title')} />
      <div className="grid min-h-0 flex-1 grid-cols-[224px_minmax(0,1fr)] border-line border-t max-[820px]:grid-cols-[minmax(0,1fr)] max-[820px]:grid-rows-[auto_minmax(0,1fr)]">
        <nav
          aria-label={t('settings.title')}
          className="flex flex-col gap-0.5 overflow-auto border-line border-e p-2.5 max-[820px]:flex-row max-[820px]:border-e-0 max-[820px]:border-b"
        >
          {sections.map((id) => (
            <Link
              key={id}
              to="/settings/$section"
              params={{ section: id }}
              className={cx(itemClass, id === open && 'bg-sunk text-ink')}
              aria-current={id === open ? 'page' : undefined}
              // In a narrow window the sections are one line that is longer than the window.
              ref={id === open ? intoView : undefined}
            >
              <Icon of={icons[id]} />
              <span className="truncate">{t(`settings.${id}`)}</span>
            </Link>
          ))}
          <Link to="/trash" className={itemClass}>
            <Icon of={Trash2} />
            <span className="truncate">{t('settings.trash')}</span>
          </Link>
        </nav>
        <div className="min-h-0 overflow-auto">
          <div className="flex max-w-[720px] flex-col gap-6 p-6">{contentOf(open, { imports, sync })}</div>
        </div>
      </div>
    </div>
  )
}
