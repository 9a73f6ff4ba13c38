import type { Customer } from '../domain/index.ts'
import { initialListItems } from '../domain/index.ts'
import { YEAR } from './calendar.ts'
import { addresses, emails, phones } from './contact-details.ts'
import { latin } from './latin.ts'
import { type Place, places } from './markets/index.ts'
import { type Account, type Contact, given, type Scene } from './scene.ts'
import { tagsOf } from './words.ts'

const COMPANIES = 90
const EMPLOYEES = 150
const PRIVATE_PERSONS = 60
const OLDEST = 1_100

const sizes = initialListItems.filter(({ list }) => list === 'size').map(({ id }) => id)
const channels = ['channel:call', 'channel:email', 'channel:email', 'channel:chat']

type Origin = { source: string; sourceDetail: string; since: number }

/** Where a customer came from; those of a fair were added during it. */
const origin = ({ random, calendar }: Scene, place: Place): Origin => {
  const old = random.chance(0.36)
  if (random.chance(0.34)) {
    const [month, sourceDetail] = random.pick(place.fairs)
    const since = calendar.since(month, random.int(8, 12), old ? random.int(1, 2) : 0)
    return { source: 'source:fair', sourceDetail, since }
  }
  const key = random.weighted(
    ['website', 'referral', 'walkIn', 'coldCall', 'social', 'partner', 'advert'] as const,
    (name) => ({ website: 9, referral: 7, walkIn: 3, coldCall: 3, social: 4, partner: 3, advert: 2 })[name],
  )
  const since = old ? random.int(YEAR + 1, OLDEST) : calendar.liveliest(1, YEAR)
  return { source: `source:${key}`, sourceDetail: random.pick(place.sources[key]), since }
}

/** How many days an account has been quiet: a third of the older ones for over three months, the others not long. */
const silence = ({ random }: Scene, since: number): number => {
  if (since < 130 || !random.chance(0.36)) return random.int(0, 18)
  return random.int(91, Math.min(300, since - 20))
}

type Shared = { place: Place; from: Origin; scene: Scene; createdAt: string }

const common = ({ place, from, scene, createdAt }: Shared) => ({
  id: scene.random.uuid(Date.parse(createdAt)),
  createdAt,
  status: 'lead' as const,
  language: place.language,
  source: from.source,
  sourceDetail: from.sourceDetail,
  ...given('owner', scene.owner),
  ...given('notes', scene.random.chance(0.3) ? scene.random.pick(place.remarks) : undefined),
  ...given(
    'tags',
    scene.random.chance(0.4) ? { [scene.random.pick(tagsOf(scene.language).anyone)]: true as const } : undefined,
  ),
})

const birthday = ({ random, calendar }: Scene): string | undefined => {
  if (!random.chance(0.35)) return undefined
  const monthAndDay = calendar.day(random.chance(0.06) ? -random.int(0, 7) : random.int(0, YEAR)).slice(4)
  return monthAndDay === '-02-29' ? '1984-02-29' : `${random.int(1958, 2001)}${monthAndDay}`
}

const split = (name: string): [written: string, plain: string] => {
  const [written = name, plain = name] = name.split('|')
  return [written, latin(plain)]
}

type Employer = { customer: Customer; domain: string; city: readonly [string, string, string] }

const makePerson = (scene: Scene, place: Place, from: Origin, employer?: Employer): Customer => {
  const { random, calendar } = scene
  const { given: givenNames, family: familyNames } = random.chance(0.5) ? place.women : place.men
  const [givenName, givenPlain] = split(random.pick(givenNames))
  const [familyName, familyPlain] = split(random.pick(familyNames))
  const created = calendar.instant(from.since)
  const createdAt = [created, employer?.customer.createdAt ?? created].sort().at(-1) ?? created
  const domain = employer?.domain ?? random.pick(['mail.example', 'post.example', 'inbox.example'])
  const city = random.pick(place.cities)
  return {
    ...common({ place, from, scene, createdAt }),
    kind: 'person',
    givenName,
    familyName,
    ...given('companyId', employer?.customer.id),
    ...given('role', employer === undefined ? undefined : random.pick(place.roles)),
    ...given('region', employer?.customer.region ?? city[1]),
    ...given('birthday', birthday(scene)),
    ...given('interests', random.chance(0.4) ? random.pick(place.interests) : undefined),
    ...given('preferredChannel', random.chance(0.35) ? random.pick(channels) : undefined),
    emails: emails(
      scene,
      createdAt,
      `${givenPlain}.${familyPlain}@${domain}`,
      employer === undefined ? 'home' : 'work',
    ),
    phones: phones(scene, createdAt, place, 'mobile'),
    ...given('addresses', employer === undefined ? addresses(scene, createdAt, place, city) : undefined),
  }
}

const makeCompany = (scene: Scene, place: Place, from: Origin, taken: Set<string>): Employer => {
  const { random, calendar } = scene
  const city = random.pick(place.cities)
  const free = place.companies.filter(([name]) => !taken.has(name))
  const [name, industry, plain] = random.pick(free.length > 0 ? free : place.companies)
  const branch = taken.has(name)
  taken.add(name)
  const createdAt = calendar.instant(from.since)
  const domain = `${latin(plain ?? name)}.example`
  const form = random.pick(place.legalForms)
  return {
    domain,
    city,
    customer: {
      ...common({ place, from, scene, createdAt }),
      kind: 'company',
      companyName: form.replace('{}', branch ? `${name} ${city[0]}` : name),
      industry: `industry:${industry}`,
      size: random.weighted(sizes, (id) => [1, 6, 6, 3, 1][sizes.indexOf(id)] ?? 1),
      region: city[1],
      website: `https://www.${domain}`,
      emails: emails(scene, createdAt, `info@${domain}`, 'work'),
      phones: phones(scene, createdAt, place, 'work'),
      addresses: addresses(scene, createdAt, place, city),
    },
  }
}

/** The first person comes with the company, the others sooner or later after it. */
const staff = (scene: Scene, place: Place, from: Origin, employer: Employer, count: number): Contact[] =>
  Array.from({ length: count }, (_, index) => {
    const since = index === 0 || scene.random.chance(0.35) ? from.since : scene.random.int(0, from.since)
    return { customer: makePerson(scene, place, { ...from, since }, employer), since }
  })

/** How many people each company has: one each, the rest where chance wants it, at most five. */
const headcounts = ({ random }: Scene): number[] => {
  const counts = Array.from({ length: COMPANIES }, () => 1)
  for (let left = EMPLOYEES - COMPANIES; left > 0; left -= 1) {
    const index = random.weighted([...counts.keys()], (at) => Math.max(0, 5 - (counts[at] ?? 5)))
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

const HOME_ADVANTAGE = 3
/** Its multiples spread evenly over [0, 1), so that every market gets its share however few accounts there are. */
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

const mixOfPlaces = (home: string): ((index: number) => Place) => {
  const shares = places.map((place) => place.weight * (place.language === home ? HOME_ADVANTAGE : 1))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return (index) => {
    let left = ((index * GOLDEN_RATIO) % 1) * total
    const found = places.find((_, at) => {
      left -= shares[at] ?? 0
      return left < 0
    })
    if (found === undefined) throw new RangeError('no market')
    return found
  }
}

/** The customers of the sample, grouped; all are leads until deals say more. */
export const makeAccounts = (scene: Scene): Account[] => {
  const taken = new Set<string>()
  const placeOf = mixOfPlaces(scene.language)
  const account = (place: Place, from: Origin, company: Customer | undefined, people: Contact[]): Account => ({
    place,
    company,
    people,
    since: from.since,
    vigor: Math.exp(0.8 * scene.random.normal()),
    silentFor: silence(scene, from.since),
  })
  const companies = headcounts(scene).map((count, index) => {
    const place = placeOf(index)
    const from = origin(scene, place)
    const employer = makeCompany(scene, place, from, taken)
    return account(place, from, employer.customer, staff(scene, place, from, employer, count))
  })
  const persons = Array.from({ length: PRIVATE_PERSONS }, (_, index) => {
    const place = placeOf(index)
    const from = origin(scene, place)
    return account(place, from, undefined, [{ customer: makePerson(scene, place, from), since: from.since }])
  })
  return [...companies, ...persons]
}

/** Every customer, in the order in which they were added. */
export const customersOf = (accounts: readonly Account[]): Customer[] =>
  accounts
    .flatMap(({ company, people }) => [...(company ? [company] : []), ...people.map(({ customer }) => customer)])
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1))
