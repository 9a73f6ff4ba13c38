import { type Customer, orderedEntries } from '../domain/index.ts'
import { domainOf, isFreeMail } from '../email/free-mail.ts'
import { fold } from '../import/fold.ts'
import { createTally, type Tally } from './tally.ts'

/** What the book knows that may fill gaps elsewhere. Learnt from every customer, then asked. */
export type Knowledge = {
  learn: (customer: Customer) => void
  /** The company of an e-mail domain, and how many addresses say so. */
  companyOfDomain: (domain: string) => { value: string; count: number } | undefined
  /** The town of a postcode in a country (`''` where none is known). */
  cityOfPostcode: (postcode: string, country: string) => { value: string; count: number } | undefined
  /** The region of the first digits of a phone number, with the digits that say so. */
  regionOfPhone: (e164: string) => { value: string; count: number; prefix: string } | undefined
}

/** Numbers of one town share so many digits after the plus, country code included: from the longest on. */
const PREFIX_LENGTHS = [7, 6, 5, 4] as const

const hostOf = (website: string): string | undefined =>
  /^(?:[a-z]+:\/\/)?(?:www\.)?([^/?#:@\s]+\.[^/?#:@\s]+)/i.exec(website.trim())?.[1]?.toLowerCase()

/** Postcodes as they are compared: without blanks, letters and digits folded. */
const postcodeKey = (postcode: string, country: string): string => `${country}/${fold(postcode).replaceAll(' ', '')}`

export const createKnowledge = (): Knowledge => {
  const companies: Tally = createTally()
  const cities: Tally = createTally()
  const regions: Tally = createTally()

  const learnDomains = (customer: Customer): void => {
    const companyId = customer.kind === 'company' ? customer.id : customer.companyId
    if (companyId === undefined) return
    const domains = new Set(orderedEntries(customer.emails).map(({ value }) => domainOf(value)))
    if (customer.kind === 'company' && customer.website !== undefined) domains.add(hostOf(customer.website))
    for (const domain of domains) if (domain !== undefined && !isFreeMail(domain)) companies.add(domain, companyId)
  }
  const learnPlaces = (customer: Customer): void => {
    const places = orderedEntries(customer.addresses)
    for (const { postcode, city, country } of places)
      if (postcode !== undefined && city !== undefined) cities.add(postcodeKey(postcode, country ?? ''), city)
    const region = places[0]?.region ?? customer.region
    if (region === undefined) return
    for (const { e164 } of orderedEntries(customer.phones))
      if (e164 !== undefined)
        for (const length of PREFIX_LENGTHS) if (e164.length > length) regions.add(e164.slice(0, length + 1), region)
  }

  return {
    learn: (customer) => {
      learnDomains(customer)
      learnPlaces(customer)
    },
    companyOfDomain: (domain) => (isFreeMail(domain) ? undefined : companies.best(domain, { share: 0.8, count: 1 })),
    cityOfPostcode: (postcode, country) => cities.best(postcodeKey(postcode, country), { share: 0.8, count: 1 }),
    regionOfPhone: (e164) => {
      for (const length of PREFIX_LENGTHS) {
        const prefix = e164.slice(0, length + 1)
        const found = e164.length > length ? regions.best(prefix, { share: 0.9, count: 3 }) : undefined
        if (found) return { ...found, prefix }
      }
      return undefined
    },
  }
}
