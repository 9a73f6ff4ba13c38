import { create } from 'zustand'

export const activityKinds = ['all', 'interactions', 'tasks'] as const
export const activityPeriods = ['any', 'today', 'week', 'month', 'past30', 'own'] as const

/** Which interactions and tasks the activity page shows. Nothing for what is not narrowed. */
export type ActivityView = {
  kind: (typeof activityKinds)[number]
  state?: 'open' | 'done' | undefined
  channel?: string | undefined
  owner?: string | undefined
  customerId?: string | undefined
  period: (typeof activityPeriods)[number]
  /** Of the period `own`, `YYYY-MM-DD`, both ends included. */
  from?: string | undefined
  to?: string | undefined
}

export const wholeActivity: ActivityView = { kind: 'all', period: 'any' }

/** Kept while the window is open, so that the page is as it was left. */
export const useActivityView = create<ActivityView>()(() => wholeActivity)

export const setActivityView = (view: Partial<ActivityView>): void => useActivityView.setState(view)
/** Shows only what `view` says. */
export const resetActivityView = (view: Partial<ActivityView> = {}): void =>
  useActivityView.setState({ ...wholeActivity, ...view }, true)
