export {
  type ActivityView,
  activityKinds,
  activityPeriods,
  resetActivityView,
  setActivityView,
  useActivityView,
  wholeActivity,
} from './activity-view.ts'
export {
  closeDialog,
  type DialogRequest,
  type ExportRequest,
  openDialog,
  useDialog,
} from './dialogs.ts'
export { type Prefs, setPrefs, usePrefs } from './prefs.ts'
