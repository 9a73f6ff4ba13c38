import { type ConsentChannel, mayContact, mayContactAtAll, type Records } from '../../../shared/domain/index.ts'

/** What people will be reached by, and for what; without a purpose any that they agreed to. */
export type Outreach = { channel: ConsentChannel; purpose?: string | undefined }

/** Whether a customer may be reached so. */
export const mayBeReached = (customer: Records['customers'], { channel, purpose }: Outreach): boolean =>
  purpose === undefined ? mayContactAtAll(customer, channel) : mayContact(customer, purpose, channel).may
