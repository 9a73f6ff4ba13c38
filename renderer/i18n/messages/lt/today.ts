import type { today as en } from '../en/today.ts'

export const today: Record<keyof typeof en, string> = {}
