import { google } from './google.ts'
import { hubspotCompanies, hubspotContacts } from './hubspot.ts'
import { linkedin, pipedrive, zohoAccounts, zohoPeople } from './others.ts'
import { outlook, outlookRussian } from './outlook.ts'
import { type Preset, presetPath } from './preset.ts'

export { lookUp, type Preset, presetPath } from './preset.ts'

const presets: readonly Preset[] = [
  hubspotContacts,
  hubspotCompanies,
  google,
  outlook,
  outlookRussian,
  linkedin,
  pipedrive,
  zohoPeople,
  zohoAccounts,
]

/** The program that wrote a file, by the keys of its headers: the one that needs the most headers that are there. */
export const recognise = (keys: readonly string[]): Preset | undefined => {
  const present = new Set(keys)
  let best: { preset: Preset; needed: number; known: number } | undefined
  for (const preset of presets) {
    const met = preset.needs.filter((need) => need.every((key) => present.has(key)))
    if (met.length === 0) continue
    const needed = Math.max(...met.map((need) => need.length))
    const known = keys.filter((key) => presetPath(preset, key) !== undefined).length
    if (!best || known > best.known || (known === best.known && needed > best.needed)) best = { preset, needed, known }
  }
  return best?.preset
}

/** Whether any preset knows a header. */
export const isPresetHeader = (key: string): boolean => presets.some((preset) => presetPath(preset, key) !== undefined)
