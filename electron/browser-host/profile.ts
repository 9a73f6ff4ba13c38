import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { systemCode } from '../services/disk/errors.ts'

/**
 * What a browser would otherwise write down by itself, in files that no lock reaches: addresses and titles, what was
 * typed into forms, passwords. Names as in Chromium's `pref_names.cc`.
 */
const preferences = {
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  credentials_enable_autosignin: false,
  credentials_enable_service: false,
  history: { saving_disabled: true },
  profile: { password_manager_enabled: false },
  search: { suggest_enabled: false },
}

/**
 * Where Chromium would write what stands in the fields of a page, every few seconds, to restore it after a crash; there
 * is no switch for that. A file in the place of the folder keeps it from doing so.
 */
const blocked = ['Sessions', 'Sessions_Encrypted']

const writeNew = (path: string, text: string): void => {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
}

/** Makes the profile where there is none, so that it keeps nothing but what the window itself stores. */
export const prepareProfile = (folder: string): void => {
  const own = join(folder, 'Default')
  mkdirSync(own, { recursive: true, mode: 0o700 })
  writeNew(join(own, 'Preferences'), JSON.stringify(preferences))
  for (const name of blocked) writeNew(join(own, name), '')
}
