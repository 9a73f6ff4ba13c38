import { z } from 'zod'

/** How someone may be reached. */
export const consentChannels = ['email', 'phone', 'message', 'post'] as const
export type ConsentChannel = (typeof consentChannels)[number]

/** Lawful bases of the GDPR, article 6(1) a to f. */
export const lawfulBases = [
  'consent',
  'contract',
  'legalObligation',
  'vitalInterests',
  'publicTask',
  'legitimateInterests',
] as const
export type LawfulBasis = (typeof lawfulBases)[number]

const consentStates = ['given', 'withdrawn'] as const

const SHORT = 500

/**
 * One statement about whether someone may be written to, for a purpose (an item of the owner's list) and a channel.
 * Later statements about the same replace earlier ones; all are kept as proof. Entries are never edited.
 */
export const consentSchema = z.object({
  purpose: z.string().min(1).max(SHORT),
  channel: z.enum(consentChannels),
  state: z.enum(consentStates),
  basis: z.enum(lawfulBases),
  /** The instant it was given or withdrawn. */
  at: z.iso.datetime(),
  /** How: by word of mouth at the stand, a form, a reply. */
  how: z.string().max(SHORT).optional(),
  /** Where the proof is: the paper, the file, the mail. */
  evidence: z.string().max(2_000).optional(),
})
export type Consent = z.infer<typeof consentSchema>
