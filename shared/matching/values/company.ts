import { bigramsOf, sharedBigrams } from '../text/bigrams.ts'
import { edits } from '../text/edits.ts'
import { foldWords, looseSpelling, romanize, type Script, scriptOf } from '../text/fold-name.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import { consonants, soundOf } from '../text/sound.ts'

/** A company's name, its legal form set aside. */
export type CompanyValue = {
  words: readonly string[]
  plain: string
  loose: string
  sound: string
  consonants: string
  script: Script
  /** The numbers in the name: `Bistro 1` and `Bistro 2` are two. */
  numbers: string
  /** The first legal form, as kind and country; empty if there is none. */
  form: string
  bigrams: Uint32Array
}

export type CompanyLevel = 'exact' | 'form' | 'transliterated' | 'close' | 'part' | 'differs'

/**
 * Legal forms by their folded words: the kind, and the country whose law it is of. Those with no country translate the
 * others: a Lithuanian UAB calls itself Ltd abroad, but no GmbH is an UAB.
 */
const FORMS: ReadonlyMap<string, { kind: string; country: string }> = new Map(
  Object.entries({
    'limited lt': 'uab uždaroji-akcinė-bendrovė',
    'limited ru': 'ooo ооо общество-с-ограниченной-ответственностью',
    'limited kz': 'тоо',
    'limited ua': 'тов',
    'limited lv': 'sia',
    'limited ee': 'oü osaühing',
    'limited de': 'gmbh mbh',
    'limited nl': 'bv b-v',
    'limited it': 'srl s-r-l',
    'limited fr': 'sarl',
    'limited pl': 'spzoo sp-z-o-o sp-zoo',
    'limited cz': 'sro s-r-o',
    'limited hr': 'doo d-o-o',
    'limited ir': 'با-مسئولیت-محدود مسئولیت-محدود',
    limited: 'ltd limited llc pty-ltd pty pvt pte private-limited lda ltda kft',
    'stock lt': 'ab akcinė-bendrovė',
    'stock ru': 'оао ао зао пао нпао публичное-акционерное-общество акционерное-общество',
    'stock de': 'ag a-g',
    'stock it': 'spa s-p-a',
    'stock fi': 'oy oyj',
    'stock no': 'as a-s',
    'stock nl': 'nv n-v',
    'stock ir': 'سهامی-خاص سهامی-عام',
    stock: 'sa s-a plc inc incorporated corp corporation jsc ojsc cjsc pjsc',
    'small lt': 'mb mažoji-bendrija iį ij vši individuali-įmonė viešoji-įstaiga',
    'small ru': 'ип чп фоп фгуп гуп',
    'small de': 'kg ohg gbr ug e-k gmbh-co-kg gmbh-und-co-kg',
    small: 'llp lp ik ks hb',
    any: 'company co firm group-of-companies شرکت گروه موسسه компания фирма',
  }).flatMap(([form, names]) => {
    const [kind = '', country = ''] = form.split(' ')
    return names.split(' ').map((name) => [foldWords(name.replaceAll('-', ' ')), { kind, country }] as const)
  }),
)
const LONGEST_FORM = 4

/** The folded text under which equal company names are kept. */
export const companyKeyOf = (name: string): string => foldWords(name.replaceAll('&', ' and '))

const withoutForms = (words: readonly string[]): { rest: string[]; forms: string[] } => {
  const rest: string[] = []
  const forms: string[] = []
  for (let at = 0; at < words.length; ) {
    let taken = 0
    for (let length = Math.min(LONGEST_FORM, words.length - at); length > 0 && taken === 0; length--) {
      const form = FORMS.get(words.slice(at, at + length).join(' '))
      if (form === undefined) continue
      taken = length
      if (form.kind !== 'any') forms.push(`${form.kind} ${form.country}`)
    }
    const word = words[at]
    if (taken === 0 && word !== undefined && word !== 'and' && word !== 'the' && word !== 'и' && word !== 'ir')
      rest.push(word)
    at += Math.max(1, taken)
  }
  return { rest, forms }
}

/** @param folded a text from `companyKeyOf` */
export const readCompany = (folded: string): CompanyValue => {
  const all = folded.split(' ')
  const { rest, forms } = withoutForms(all)
  // A firm that is called nothing but `Company` keeps its name.
  const words = romanize((rest.length > 0 ? rest : all).join(' ')).split(' ')
  const plain = words.join('')
  return {
    words,
    plain,
    loose: looseSpelling(plain),
    sound: soundOf(plain),
    consonants: consonants(plain),
    script: scriptOf(folded),
    numbers: words.filter((word) => /^\d+$/.test(word)).join(' '),
    form: forms[0] ?? '',
    bigrams: bigramsOf(plain),
  }
}

const isPart = (a: CompanyValue, b: CompanyValue): boolean => {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  return (
    short.words.length < long.words.length &&
    short.plain.length >= 3 &&
    short.words.every((word) => long.words.includes(word))
  )
}

const sameWords = (a: CompanyValue, b: CompanyValue): boolean =>
  a.words.length === b.words.length && a.words.every((word) => b.words.includes(word))

const sameForm = (a: string, b: string): boolean => {
  if (a === b || a === '' || b === '') return true
  const [[kindA, countryA], [kindB, countryB]] = [a.split(' '), b.split(' ')]
  return kindA === kindB && (countryA === '' || countryB === '')
}

/** How two company names compare. A name with other numbers in it is another company. */
export const compareCompanies = (a: CompanyValue, b: CompanyValue): CompanyLevel => {
  if (a.plain === '' || b.plain === '') return 'differs'
  const forms = sameForm(a.form, b.form)
  if (a.plain === b.plain || sameWords(a, b)) return forms ? 'exact' : 'form'
  if (a.numbers !== b.numbers) return isPart(a, b) ? 'part' : 'differs'
  if (a.loose === b.loose) return 'transliterated'
  if ((a.script === 'arabic') !== (b.script === 'arabic'))
    return a.consonants.length > 2 && a.consonants === b.consonants ? 'transliterated' : 'differs'
  const shortest = Math.min(a.plain.length, b.plain.length)
  const most = shortest >= 9 ? 2 : shortest >= 5 ? 1 : 0
  if (edits(a.plain, b.plain, most) <= most) return 'close'
  const shared = sharedBigrams(a.bigrams, b.bigrams)
  const dice = (2 * shared) / (a.bigrams.length + b.bigrams.length)
  if (dice >= 0.85 || (dice >= 0.75 && jaroWinkler(a.plain, b.plain) >= 0.95)) return 'close'
  return isPart(a, b) ? 'part' : 'differs'
}
