import { lazy } from 'react'

const activity = () => import('../features/activity/index.ts')
const customers = () => import('../features/customers/index.ts')
const deals = () => import('../features/deals/index.ts')
const privacy = () => import('../features/privacy/index.ts')
const duplicates = () => import('../features/duplicates/index.ts')
const reports = () => import('../features/reports/index.ts')
const segments = () => import('../features/segments/index.ts')
const settings = () => import('../features/settings/index.ts')
const sync = () => import('../features/sync/index.ts')
const today = () => import('../features/today/index.ts')
const transfer = () => import('../features/transfer/index.ts')
const upkeep = () => import('../features/upkeep/index.ts')
const welcome = () => import('../features/welcome/index.ts')

export const ActivityPage = lazy(async () => ({ default: (await activity()).ActivityPage }))
export const ConflictsPage = lazy(async () => ({ default: (await sync()).ConflictsPage }))
export const CustomersPage = lazy(async () => ({ default: (await customers()).CustomersPage }))
export const DealsPage = lazy(async () => ({ default: (await deals()).DealsPage }))
export const DuplicatesPage = lazy(async () => ({ default: (await duplicates()).DuplicatesPage }))
export const ImportPage = lazy(async () => ({ default: (await transfer()).ImportPage }))
export const PastImports = lazy(async () => ({ default: (await transfer()).PastImports }))
export const ReportsPage = lazy(async () => ({ default: (await reports()).ReportsPage }))
export const SegmentsPage = lazy(async () => ({ default: (await segments()).SegmentsPage }))
export const SettingsPage = lazy(async () => ({ default: (await settings()).SettingsPage }))
export const SyncSettings = lazy(async () => ({ default: (await sync()).SyncSettings }))
export const TodayPage = lazy(async () => ({ default: (await today()).TodayPage }))
export const TrashPage = lazy(async () => ({ default: (await settings()).TrashPage }))
export const UpkeepPage = lazy(async () => ({ default: (await upkeep()).UpkeepPage }))
export const WelcomePage = lazy(async () => ({ default: (await welcome()).WelcomePage }))

export const AddDeviceDialog = lazy(async () => ({ default: (await sync()).AddDeviceDialog }))
export const DuplicatesOfDialog = lazy(async () => ({ default: (await duplicates()).DuplicatesOfDialog }))
export const EditInteractionDialog = lazy(async () => ({ default: (await activity()).EditInteractionDialog }))
export const EditTaskDialog = lazy(async () => ({ default: (await activity()).EditTaskDialog }))
export const EraseDialog = lazy(async () => ({ default: (await privacy()).EraseDialog }))
export const ExportDialog = lazy(async () => ({ default: (await transfer()).ExportDialog }))
export const JoinDialog = lazy(async () => ({ default: (await sync()).JoinDialog }))
export const LogInteractionDialog = lazy(async () => ({ default: (await activity()).LogInteractionDialog }))
export const MergeDialog = lazy(async () => ({ default: (await duplicates()).MergeDialog }))
export const NewCustomerDialog = lazy(async () => ({ default: (await customers()).NewCustomerDialog }))
export const NewDealDialog = lazy(async () => ({ default: (await deals()).NewDealDialog }))
export const NewTaskDialog = lazy(async () => ({ default: (await activity()).NewTaskDialog }))
export const PersonDataDialog = lazy(async () => ({ default: (await privacy()).PersonDataDialog }))
export const ReadFileDialog = lazy(async () => ({ default: (await sync()).ReadFileDialog }))
export const SetUpDialog = lazy(async () => ({ default: (await sync()).SetUpDialog }))

/** By then the first page has come: what loads before would only hold it up. */
const PRELOAD_AFTER_MS = 2_000

/** Loads what is not on the screen while nothing else happens, so that every page opens at once. */
export const preloadPages = (): (() => void) => {
  const pages = [today, customers, deals, activity, reports, settings, segments, upkeep, duplicates, sync]
  const next = (): void => {
    const load = pages.shift()
    if (load) requestIdleCallback(() => void load().then(next, () => undefined))
  }
  const timer = setTimeout(next, PRELOAD_AFTER_MS)
  return () => clearTimeout(timer)
}
