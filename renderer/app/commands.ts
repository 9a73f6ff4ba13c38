import type { AnyRouter } from '@tanstack/react-router'
import {
  Activity,
  CalendarPlus,
  ChartColumn,
  ContactRound,
  CopyCheck,
  FileDown,
  GitMerge,
  HeartPulse,
  Home,
  Keyboard,
  Languages,
  Lock,
  type LucideIcon,
  MessageSquarePlus,
  Moon,
  Redo2,
  RefreshCw,
  Search,
  Settings2,
  SquareKanban,
  SquarePlus,
  Sun,
  Trash2,
  Undo2,
  UserPlus,
  Users,
} from 'lucide-react'

import type { MenuCommand } from '../../shared/desktop-api.ts'
import type { MessageKey } from '../i18n/index.ts'
import { openDialog, setPrefs } from '../view-state/index.ts'

/** What a command may use. */
export type CommandContext = {
  navigate: AnyRouter['navigate']
  undo: () => void
  redo: () => void
  /** Exchanges now, or leads to where syncing is set up. */
  syncNow: () => void
  /** Closes a book that has a passphrase; of one without, leads to where it is set. */
  lock: () => void
}

export type Command = {
  label: MessageKey
  group: 'go' | 'create' | 'edit' | 'view'
  icon: LucideIcon
  /** The first is shown. `Mod+K` together, `g t` one after another. */
  keys?: readonly string[]
  /** Not offered in the palette: it is the palette, or makes sense only by its key. */
  hidden?: true
  run: (context: CommandContext) => void
}

const go = (label: MessageKey, icon: LucideIcon, keys: readonly string[] | undefined, to: string): Command => ({
  label,
  group: 'go',
  icon,
  ...(keys && { keys }),
  run: ({ navigate }) => void navigate({ to }),
})

/** The customer or deal that is open: what is added then is about it. */
const openRecord = (): { customerId?: string; dealId?: string } => {
  const [, noun, id] = /^\/(customers|deals)\/([^/]+)/.exec(window.location.pathname) ?? []
  if (id === undefined) return {}
  return noun === 'deals' ? { dealId: id } : { customerId: id }
}

type OwnCommand =
  | 'health'
  | 'segments'
  | 'duplicates'
  | 'conflicts'
  | 'newTask'
  | 'logInteraction'
  | 'trash'
  | 'themeLight'
  | 'themeDark'
  | 'themeSystem'
  | 'language'
  | 'security'
  | 'syncSettings'
  | 'lock'
  | 'syncNow'
export type CommandId = MenuCommand | OwnCommand

/** Everything the window can be told to do: the palette, the keys, their dialog and the system's menus come from here. */
export const commands = {
  today: go('app.today', Home, ['g t'], '/'),
  customers: go('app.customers', ContactRound, ['g c'], '/customers'),
  segments: go('segments.title', Users, ['g m'], '/segments'),
  deals: go('app.deals', SquareKanban, ['g d'], '/deals'),
  activity: go('app.activity', Activity, ['g a'], '/activity'),
  reports: go('app.reports', ChartColumn, ['g r'], '/reports'),
  health: go('app.health', HeartPulse, ['g h'], '/health'),
  duplicates: go('app.duplicates', CopyCheck, ['g u'], '/duplicates'),
  conflicts: go('sync.conflicts', GitMerge, ['g k'], '/conflicts'),
  settings: go('app.settings', Settings2, ['g s', 'Mod+,'], '/settings'),
  security: go('settings.security', Lock, undefined, '/settings/security'),
  syncSettings: go('sync.toSettings', RefreshCw, undefined, '/settings/sync'),
  trash: go('app.trash', Trash2, ['g x'], '/trash'),
  newCustomer: {
    label: 'app.newCustomer',
    group: 'create',
    icon: UserPlus,
    keys: ['n'],
    run: () => openDialog({ kind: 'newCustomer' }),
  },
  newDeal: {
    label: 'app.newDeal',
    group: 'create',
    icon: SquarePlus,
    keys: ['d'],
    run: () => {
      const { customerId } = openRecord()
      openDialog({ kind: 'newDeal', ...(customerId && { customerId }) })
    },
  },
  newTask: {
    label: 'app.newTask',
    group: 'create',
    icon: CalendarPlus,
    keys: ['t'],
    run: () => openDialog({ kind: 'newTask', ...openRecord() }),
  },
  logInteraction: {
    label: 'app.logInteraction',
    group: 'create',
    icon: MessageSquarePlus,
    keys: ['l'],
    run: () => openDialog({ kind: 'logInteraction', ...openRecord() }),
  },
  import: {
    label: 'app.import',
    group: 'create',
    icon: FileDown,
    keys: ['i'],
    run: ({ navigate }) => void navigate({ to: '/import' }),
  },
  find: {
    label: 'app.find',
    group: 'view',
    icon: Search,
    keys: ['Mod+K', '/'],
    hidden: true,
    run: () => openDialog({ kind: 'palette' }),
  },
  undo: { label: 'app.undo', group: 'edit', icon: Undo2, keys: ['Mod+Z'], run: ({ undo }) => undo() },
  redo: { label: 'app.redo', group: 'edit', icon: Redo2, keys: ['Mod+Shift+Z', 'Mod+Y'], run: ({ redo }) => redo() },
  lock: { label: 'lock.now', group: 'view', icon: Lock, keys: ['Mod+L'], run: ({ lock }) => lock() },
  keys: { label: 'app.keys', group: 'view', icon: Keyboard, keys: ['?'], run: () => openDialog({ kind: 'keys' }) },
  syncNow: {
    label: 'sync.now',
    group: 'view',
    icon: RefreshCw,
    keys: ['Mod+Shift+S'],
    run: ({ syncNow }) => syncNow(),
  },
  themeLight: { label: 'app.themeLight', group: 'view', icon: Sun, run: () => setPrefs({ theme: 'light' }) },
  themeDark: { label: 'app.themeDark', group: 'view', icon: Moon, run: () => setPrefs({ theme: 'dark' }) },
  themeSystem: { label: 'app.themeSystem', group: 'view', icon: Sun, run: () => setPrefs({ theme: 'system' }) },
  language: {
    label: 'app.language',
    group: 'view',
    icon: Languages,
    run: ({ navigate }) => void navigate({ to: '/settings' }),
  },
} as const satisfies Record<CommandId, Command>

/** The commands in their order, each with its id. */
export const commandList: readonly (Command & { id: CommandId })[] = Object.entries<Command>(commands).map(
  ([id, command]) => ({ ...command, id: id as CommandId }),
)
