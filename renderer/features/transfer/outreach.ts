import { type ConsentChannel, mayContact, mayContactAtAll, type Records } from '../../../shared/domain/index.ts'

/** What people will be reached by, and for what; without a purpose any that they agreed to. */
export type Outreach = { channel: ConsentChannel; purpose?: string | undefined }

/** Whether a customer may be reached so. */
export const mayBeReached = (customer: Records['customers'], { channel, purpose }: Outreach): boolean =>
  purpose === undefined ? mayContactAtAll(customer, channel) : mayContact(customer, purpose, channel).may

/** A customer as a list for outreach has them: of their e-mails only those that may be written to. */
export const asReached = (customer: Records['customers'], { channel }: Outreach): Records['customers'] =>
  channel !== 'email'
    ? customer
    : {
        ...customer,
        emails: Object.fromEntries(
          Object.entries(customer.emails ?? {}).filter(([, { trouble }]) => trouble === undefined),
        ),
      }
