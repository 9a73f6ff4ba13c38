import type { Address, Customer, Email, Phone } from '../domain/index.ts'
import type { Market } from './market.ts'
import type { Scene } from './scene.ts'

/** One e-mail address as a map-like field. */
export const emails = (
  { random }: Scene,
  createdAt: string,
  value: string,
  label: NonNullable<Email['label']>,
): NonNullable<Customer['emails']> => ({ [random.uuid(Date.parse(createdAt))]: { value, label, primary: true } })

const phone = (value: string, label: NonNullable<Phone['label']>): Phone => ({
  value,
  e164: value.replace(/[^+\d]/g, ''),
  label,
})

/** One phone of that kind, now and then one of the other kind too. */
export const phones = (
  { random }: Scene,
  createdAt: string,
  { mobile, landline }: Market,
  label: 'mobile' | 'work',
): NonNullable<Customer['phones']> => {
  const id = () => random.uuid(Date.parse(createdAt))
  const number = (kind: 'mobile' | 'work') =>
    phone(random.digits(random.pick(kind === 'mobile' ? mobile : landline)), kind)
  const first = { [id()]: { ...number(label), primary: true } }
  return random.chance(0.2) ? { ...first, [id()]: number(label === 'mobile' ? 'work' : 'mobile') } : first
}

/** A billing address, now and then a shipping address as well. */
export const addresses = (
  { random }: Scene,
  createdAt: string,
  { language, country, streets, address }: Market,
  [city, region, postcode]: readonly [string, string, string],
): NonNullable<Customer['addresses']> => {
  const make = (kind: Address['kind']): Record<string, Address> => {
    const street = address
      .replace('{street}', random.pick(streets))
      .replace('{n}', new Intl.NumberFormat(language).format(random.int(1, 120)))
    const id = random.uuid(Date.parse(createdAt))
    return { [id]: { kind, street, city, region, postcode: random.digits(postcode), country } }
  }
  return random.chance(0.25) ? { ...make('billing'), ...make('shipping') } : make('billing')
}
