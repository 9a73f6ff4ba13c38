/** An e-mail, phone or address on the web, as text. */
export type CardEntry = {
  value: string
  /** `work`, `home`, `mobile`, `other`, a word of the card's own, or '' where it says nothing. */
  label: string
  /** 1 is preferred most; Infinity where nothing is said. */
  preference: number
}

export type CardAddress = Omit<CardEntry, 'value'> & {
  street: string
  city: string
  region: string
  postcode: string
  country: string
}

/** A picture as a card holds it. */
export type CardPhoto = { bytes: Uint8Array; type: string }

/** What a card says that a customer book can hold. Text is '' and lists are empty where it says nothing. */
export type Card = {
  /** Its place in the file, from 1. */
  number: number
  /** Of the program that wrote it, to know it again. */
  uid: string
  kind: 'person' | 'company' | 'group' | 'place'
  fullName: string
  prefix: string
  givenName: string
  middleName: string
  familyName: string
  suffix: string
  nickname: string
  company: string
  department: string
  title: string
  role: string
  emails: CardEntry[]
  phones: CardEntry[]
  websites: CardEntry[]
  addresses: CardAddress[]
  /** `YYYY-MM-DD`, or as written where that is not what it is. */
  birthday: string
  anniversary: string
  gender: string
  language: string
  notes: string[]
  categories: string[]
  /** When it was last changed, as written. */
  revised: string
  photo?: CardPhoto
}

/** The cards of a file, and how often each property stands in it that no card could take. */
export type CardFile = { cards: Card[]; leftOut: ReadonlyMap<string, number>; encoding: string }

export const emptyCard = (number: number): Card => ({
  number,
  uid: '',
  kind: 'person',
  fullName: '',
  prefix: '',
  givenName: '',
  middleName: '',
  familyName: '',
  suffix: '',
  nickname: '',
  company: '',
  department: '',
  title: '',
  role: '',
  emails: [],
  phones: [],
  websites: [],
  addresses: [],
  birthday: '',
  anniversary: '',
  gender: '',
  language: '',
  notes: [],
  categories: [],
  revised: '',
})
