import { type Address, phoneSchema } from '../../shared/domain/index.ts'

const DIALLED = /[^\d+*#]/g
/** Persian and Arabic digits are dialled as the plain ones. */
const plainDigits = (text: string): string =>
  text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** The address that calls a phone: its international form where it is known. */
export const telUrl = (phone: object): string => {
  const parsed = phoneSchema.safeParse(phone)
  if (!parsed.success) return ''
  return `tel:${parsed.data.e164 ?? plainDigits(parsed.data.value).replace(DIALLED, '')}`
}

export const mailUrl = (address: string): string =>
  `mailto:${encodeURIComponent(address.trim()).replaceAll('%40', '@')}`

/** A web address as typed, with the scheme that people leave out. */
export const webUrl = (text: string): string =>
  /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`

/** Shows an address on OpenStreetMap, in the system's own browser. */
export const mapUrl = ({ street, postcode, city, region, country }: Omit<Address, 'kind'>): string => {
  const query = [street, postcode, city, region, country].filter(Boolean).join(', ')
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`
}
