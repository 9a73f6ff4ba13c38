import type { CardAddress, CardEntry } from './card.ts'
import type { Property } from './property.ts'
import { percentDecoded, splitValue, unescapeText } from './text.ts'

const LOWEST = 100
const labelByType: readonly (readonly [label: string, types: readonly string[]])[] = [
  ['other', ['fax', 'pager', 'modem']],
  ['mobile', ['cell', 'mobile', 'iphone', 'car']],
  ['work', ['work', 'main']],
  ['home', ['home']],
  ['other', ['other']],
]

/** What Apple wraps its own words in: `_$!<HomePage>!$_`. */
export const bareLabel = (text: string): string => unescapeText(text).replace(/^_\$!<(.*)>!\$_$/s, '$1')

const labelOf = ({ types }: Property, ownLabel: string | undefined): string =>
  ownLabel ?? labelByType.find(([, known]) => known.some((type) => types.has(type)))?.[0] ?? ''

const preferenceOf = ({ params, types }: Property): number => {
  const said = Number.parseInt(params.get('PREF')?.[0] ?? '', 10)
  if (said >= 1 && said <= LOWEST) return said
  return types.has('pref') ? 1 : Number.POSITIVE_INFINITY
}

type Traits = Pick<CardEntry, 'label' | 'preference'>
const traitsOf = (property: Property, ownLabel: string | undefined): Traits => ({
  label: labelOf(property, ownLabel),
  preference: preferenceOf(property),
})

/** A phone of a `tel:` URI (RFC 3966) as people write it, its extension behind it. */
const phoneText = (value: string): string => {
  const uri = /^\s*(?:tel|callto|sms|fax|modem):(?:\/\/)?(.*)$/is.exec(value)
  if (!uri) return unescapeText(value)
  const [number = '', ...params] = splitValue(uri[1] ?? '', ';').map((part) => percentDecoded(unescapeText(part)))
  const param = (name: string) =>
    params.find((text) => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  const context = param('phone-context')
  const extension = param('ext')
  const whole = context.startsWith('+') && !number.startsWith('+') ? context + number : number
  return extension === '' ? whole : `${whole} ext. ${extension}`
}

export const readPhoneEntry = (property: Property, ownLabel?: string): CardEntry => ({
  value: phoneText(property.value),
  ...traitsOf(property, ownLabel),
})

export const readTextEntry = (property: Property, ownLabel?: string): CardEntry => ({
  value: unescapeText(property.value).replace(/^mailto:/i, ''),
  ...traitsOf(property, ownLabel),
})

const joined = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ')

/**
 * An address. Its first two parts, the box and what is written beside the street, stand behind the street: Google puts
 * a whole address there.
 */
export const readAddress = (property: Property, ownLabel?: string): CardAddress | undefined => {
  const parts = splitValue(property.value, ';').map((part) => unescapeText(part).replace(/[\s,]{1,20}$/, ''))
  const [box, extended, street, city = '', region = '', postcode = '', ...country] = parts
  const address = {
    street: joined([street, extended, box]) || (parts.some(Boolean) ? '' : (property.params.get('LABEL')?.[0] ?? '')),
    city,
    region,
    postcode,
    country: joined(country),
  }
  return Object.values(address).some(Boolean) ? { ...address, ...traitsOf(property, ownLabel) } : undefined
}

/** An address given only as it is printed. */
export const readPrintedAddress = (property: Property): CardAddress | undefined => {
  const street = unescapeText(property.value)
  return street === ''
    ? undefined
    : { street, city: '', region: '', postcode: '', country: '', ...traitsOf(property, undefined) }
}
