import { type Customer, primaryEmail, primaryPhone } from '../../../shared/domain/index.ts'
import { mailUrl, telUrl } from '../../fields/index.ts'

/** The nearest way to a customer: what to open, and the channel that is then logged. */
export type Reach = { by: 'call' | 'write'; url: string; channel: string }

type Reachable = Pick<Customer, 'phones' | 'emails' | 'preferredChannel'>

/** By phone, or in writing where there is no phone or the customer prefers it; undefined where neither is known. */
export const reachOf = (customer: Reachable): Reach | undefined => {
  const [phone, email] = [primaryPhone(customer), primaryEmail(customer)]
  const write = email && ({ by: 'write', url: mailUrl(email.value), channel: 'channel:email' } as const)
  if (write && customer.preferredChannel === 'channel:email') return write
  return phone ? { by: 'call', url: telUrl(phone), channel: 'channel:call' } : write
}
