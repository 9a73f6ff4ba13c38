import type { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'

/** The id of the one record of this table. */
export const SETTINGS_ID = 'book'

/** What holds for the whole book, on every device. */
export const settings = defineNoun('settings', {
  companyName: field.text(),
  currency: required(field.currency()),
  /** Where a phone number without a country code is from. */
  country: field.country(),
  /** The language a device starts in. */
  language: required(field.language()),
  /** After how many days without contact a customer is worth a call. */
  silentAfterDays: required(field.number()),
  /** When the book was last gone through for what to archive. */
  cleanedUpAt: field.instant({ system: true }),
})

export type Settings = z.infer<typeof settings.schema>
