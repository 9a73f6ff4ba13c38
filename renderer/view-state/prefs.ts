import { z } from 'zod'

import { roles } from '../../shared/domain/index.ts'
import { languages } from '../i18n/index.ts'
import { createDeviceStore } from './device-storage.ts'

const prefsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Nothing until someone chose: then the system's language holds. */
  language: z.enum(languages).optional().catch(undefined),
  /** Who writes on this device, for the history. */
  userName: z.string().max(200).catch(''),
  /** What they are in the company: what own fields they see and may change. */
  role: z.enum(roles).catch('owner'),
  /** Where the last new customer came from: at a fair, all of a day are from there. */
  lastSource: z.string().max(500).catch(''),
  lastSourceDetail: z.string().max(500).catch(''),
  /** How consent was last given. */
  lastHow: z.string().max(500).catch(''),
})

export type Prefs = z.infer<typeof prefsSchema>

/** What holds for this device only. Kept in the browser's storage; a damaged entry falls back to its default. */
export const usePrefs = createDeviceStore(
  'prefs',
  (stored) => prefsSchema.parse(stored ?? {}),
  ({ theme, language }) => ({ theme, language }),
)

export const setPrefs = (prefs: Partial<Prefs>): void => {
  usePrefs.setState(prefs)
}
