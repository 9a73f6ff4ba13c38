import type { CustomerStatus, DealStatus } from '../../shared/domain/index.ts'
import type { Tone } from '../ui/index.ts'

const tones: Record<CustomerStatus | DealStatus, Tone> = {
  lead: 'warn',
  prospect: 'info',
  customer: 'good',
  former: 'neutral',
  disqualified: 'neutral',
  open: 'info',
  won: 'good',
  lost: 'neutral',
}

/** The colour of a status of a customer or a deal. */
export const statusTone = (status: string): Tone => (tones as Readonly<Record<string, Tone>>)[status] ?? 'neutral'
