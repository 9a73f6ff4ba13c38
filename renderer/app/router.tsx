import { createRootRoute, createRoute, createRouter, type RouteComponent, useParams } from '@tanstack/react-router'
import { NoPage, PageError, PagePending } from './page-states.tsx'
import {
  ActivityPage,
  ConflictsPage,
  CustomersPage,
  DealsPage,
  DuplicatesPage,
  ImportPage,
  PastImports,
  ReportsPage,
  SegmentsPage,
  SettingsPage,
  SyncSettings,
  TodayPage,
  TrashPage,
  UpkeepPage,
  WelcomePage,
} from './pages.ts'
import { Shell } from './shell.tsx'
import { SyncStateLine } from './sync/sync-state-line.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NoPage })

const page = <const P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component })

/** What stands after the page's own path. A list stays as it is while a record opens beside it. */
const useOpen = () => useParams({ strict: false })

const Customers = () => <CustomersPage id={useOpen().id} />
const Deals = () => <DealsPage id={useOpen().id} />
const Reports = () => <ReportsPage report={useOpen().report} />
const Segments = () => <SegmentsPage id={useOpen().id} />
const Settings = () => (
  <SettingsPage
    section={useOpen().section}
    imports={<PastImports />}
    sync={<SyncSettings status={<SyncStateLine />} />}
  />
)

const customers = page('/customers', Customers)
const deals = page('/deals', Deals)
const reports = page('/reports', Reports)
const segments = page('/segments', Segments)
const settings = page('/settings', Settings)

const routes = root.addChildren([
  page('/', TodayPage),
  customers.addChildren([
    createRoute({ getParentRoute: () => customers, path: '/' }),
    createRoute({ getParentRoute: () => customers, path: '$id' }),
  ]),
  deals.addChildren([
    createRoute({ getParentRoute: () => deals, path: '/' }),
    createRoute({ getParentRoute: () => deals, path: '$id' }),
  ]),
  page('/activity', ActivityPage),
  page('/conflicts', ConflictsPage),
  page('/duplicates', DuplicatesPage),
  page('/import', ImportPage),
  reports.addChildren([
    createRoute({ getParentRoute: () => reports, path: '/' }),
    createRoute({ getParentRoute: () => reports, path: '$report' }),
  ]),
  segments.addChildren([
    createRoute({ getParentRoute: () => segments, path: '/' }),
    createRoute({ getParentRoute: () => segments, path: '$id' }),
  ]),
  settings.addChildren([
    createRoute({ getParentRoute: () => settings, path: '/' }),
    createRoute({ getParentRoute: () => settings, path: '$section' }),
  ]),
  page('/health', UpkeepPage),
  page('/trash', TrashPage),
  page('/welcome', WelcomePage),
])

export const router = createRouter({
  routeTree: routes,
  defaultErrorComponent: PageError,
  defaultPendingComponent: PagePending,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
