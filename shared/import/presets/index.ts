import { fold } from '../fold.ts'
import { google } from './google.ts'
import { hubspotCompanies, hubspotContacts, hubspotDeals } from './hubspot.ts'
import { linkedin } from './linkedin.ts'
import { outlook, outlookRussian } from './outlook.ts'
import {
  pipedriveActivities,
  pipedriveDeals,
  pipedriveNotes,
  pipedriveOrganizations,
  pipedrivePeople,
} from './pipedrive.ts'
import { type Preset, presetPath } from './preset.ts'
import { vcard } from './vcard.ts'
import { zohoAccounts, zohoDeals, zohoNotes, zohoPeople } from './zoho.ts'

export { lookUp, type Preset, presetPath } from './preset.ts'

const presets: readonly Preset[] = [
  hubspotContacts,
  hubspotCompanies,
  hubspotDeals,
  google,
  outlook,
  outlookRussian,
  linkedin,
  pipedrivePeople,
  pipedriveOrganizations,
  pipedriveDeals,
  pipedriveActivities,
  pipedriveNotes,
  zohoPeople,
  zohoAccounts,
  zohoDeals,
  zohoNotes,
  vcard,
]

const ENOUGH_KNOWN = 0.6

/** What a preset asks for, folded as headers are. */
const folded = new Map(
  presets.map((preset) => [
    preset,
    {
      needs: preset.needs.map((need) => need.map(fold)),
      marks: preset.marks && { of: preset.marks.of.map(fold), atLeast: preset.marks.atLeast },
    },
  ]),
)

/** The headers that a preset needed and found; undefined where the file is not its own. */
const metBy = (preset: Preset, present: ReadonlySet<string>, share: number): number | undefined => {
  const { needs = [], marks } = folded.get(preset) ?? {}
  const met = needs.filter((need) => need.every((key) => present.has(key)))
  if (met.length > 0) return Math.max(...met.map((need) => need.length))
  if (!marks || share < ENOUGH_KNOWN) return undefined
  const found = marks.of.filter((mark) => present.has(mark)).length
  return found >= marks.atLeast ? found : undefined
}

/** The program that wrote a file, by the keys of its headers: the one that knows the most of them. */
export const recognise = (keys: readonly string[]): Preset | undefined => {
  const present = new Set(keys)
  const named = keys.filter((key) => key !== '').length
  let best: { preset: Preset; met: number; known: number } | undefined
  for (const preset of presets) {
    const known = keys.filter((key) => presetPath(preset, key) !== undefined).length
    const met = metBy(preset, present, known / Math.max(1, named))
    if (met === undefined) continue
    if (!best || known > best.known || (known === best.known && met > best.met)) best = { preset, met, known }
  }
  return best?.preset
}

/** Whether any preset knows a header. */
export const isPresetHeader = (key: string): boolean => presets.some((preset) => presetPath(preset, key) !== undefined)
