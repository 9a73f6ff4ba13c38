export {
  type ActivityView,
  activityKinds,
  activityPeriods,
  resetActivityView,
  setActivityView,
  useActivityView,
  wholeActivity,
} from './activity-view.ts'
export { type DealsView, setDealsView, useDealsView } from './deals-view.ts'
export { createDeviceStore, isDeviceSealed, sealDeviceStorage, unsealDeviceStorage } from './device-storage.ts'
export {
  closeDialog,
  type DialogRequest,
  type ExportRequest,
  openDialog,
  useDialog,
} from './dialogs.ts'
export { offerImport, setImportStatus, takeOffered, useImportWork } from './import-work.ts'
export { type Prefs, setPrefs, usePrefs } from './prefs.ts'
export { setSyncPaused, useSyncPaused } from './sync-pause.ts'
