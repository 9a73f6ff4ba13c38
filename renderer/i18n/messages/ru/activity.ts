import type { activity as en } from '../en/activity.ts'

export const activity: Record<keyof typeof en, string> = {}
