import type { Consent, Customer } from '../domain/index.ts'
import { createRandom, type Random } from './random.ts'

const SEED = 7_331
const LOOK_ALIKES = 5

type Touch = (customer: Customer, random: Random) => Customer

/** Who came to the stand was asked whether they want offers; some said so, a few took it back. */
const asked: Touch = (customer, random) => {
  if (customer.kind !== 'person' || customer.source !== 'source:fair' || !random.chance(0.6)) return customer
  const statement: Consent = {
    purpose: 'purpose:offers',
    channel: 'email',
    state: random.chance(0.9) ? 'given' : 'withdrawn',
    basis: 'consent',
    at: customer.createdAt,
    ...(customer.sourceDetail !== undefined && { how: customer.sourceDetail }),
  }
  return { ...customer, consents: { [random.uuid(Date.parse(customer.createdAt))]: statement } }
}

/** The mail of a few comes back. */
const bounced: Touch = (customer, random) =>
  customer.kind !== 'person' || !random.chance(0.02)
    ? customer
    : {
        ...customer,
        emails: Object.fromEntries(
          Object.entries(customer.emails ?? {}).map(([id, email]) => [id, { ...email, trouble: 'bounced' as const }]),
        ),
      }

/** A few private persons were noted in a hurry: someone of a company, by initial and phone only. */
const lookAlikes = (customers: readonly Customer[], random: Random): ReadonlyMap<string, Customer> => {
  const found = new Map<string, Customer>()
  const staff = customers.filter(({ kind, companyId }) => kind === 'person' && companyId !== undefined)
  const others = customers.filter(({ kind, companyId }) => kind === 'person' && companyId === undefined)
  for (let left = LOOK_ALIKES; left > 0; left -= 1) {
    const hurried = random.pick(others)
    const twin = random.pick(staff.filter(({ language }) => language === hurried.language))
    const { emails: _emails, birthday: _birthday, ...kept } = hurried
    const [initial = ''] = twin.givenName ?? ''
    found.set(hurried.id, {
      ...kept,
      ...(initial !== '' && { givenName: `${initial}.` }),
      ...(twin.familyName !== undefined && { familyName: twin.familyName }),
      ...(twin.phones && { phones: twin.phones }),
    })
  }
  return found
}

/** What a real book has beside the tidy records: consents, mail that comes back, the same person twice. */
export const touched = (customers: readonly Customer[]): Customer[] => {
  const random = createRandom(SEED)
  const doubles = lookAlikes(customers, random)
  return customers.map((customer) => bounced(asked(doubles.get(customer.id) ?? customer, random), random))
}
