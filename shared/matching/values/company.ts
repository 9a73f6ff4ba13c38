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
  form: string
  bigrams: Uint32Array
}

export type CompanyLevel = 'exact' | 'form' | 'transliterated' | 'close' | 'part' | 'differs'

/** Legal forms by their folded words, each with the family that people take for the same. */
const FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    limited:
      'uab uždaroji-akcinė-bendrovė ooo ооо тоо тов gmbh ltd limited llc sia oü osaühing pty-ltd pty bv srl sarl spzoo sp-z-o-o spoo s-r-o sro d-o-o doo kft lda ltda mbh pte pvt private-limited общество-с-ограниченной-ответственностью مسئولیت-محدود با-مسئولیت-محدود',
    stock:
      'ab akcinė-bendrovė ag sa s-a spa s-p-a as a-s a-g oyj oy nv n-v plc inc incorporated corp corporation ао оао зао пао нпао jsc ojsc cjsc pjsc публичное-акционерное-общество акционерное-общество سهامی-خاص سهامی-عام',
    small:
      'mb mažoji-bendrija iį ij vši individuali-įmonė viešoji-įstaiga ип чп фоп kg ohg gbr ug llp lp ek e-k gmbh-co-kg фгуп гуп ik ks hb',
    general: 'company co firm group-of-companies شرکت شركت گروه موسسه مؤسسه компания фирма',
  }).flatMap(([family, names]) =>
    names.split(' ').map((name) => [foldWords(name.replaceAll('-', ' ')), family] as const),
  ),
)
const LONGEST_FORM = 4

/** The folded text under which equal company names are kept. */
export const companyKeyOf = (name: string): string => foldWords(name.replaceAll('&', ' and '))

const withoutForms = (words: readonly string[]): { rest: string[]; forms: Set<string> } => {
  const rest: string[] = []
  const forms = new Set<string>()
  for (let at = 0; at < words.length; ) {
    let taken = 0
    for (let length = Math.min(LONGEST_FORM, words.length - at); length > 0 && taken === 0; length--) {
      const family = FORMS.get(words.slice(at, at + length).join(' '))
      if (family === undefined) continue
      taken = length
      if (family !== 'general') forms.add(family)
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
    form: [...forms].sort().join(' '),
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

/** How two company names compare. A name with other numbers in it is another company. */
export const compareCompanies = (a: CompanyValue, b: CompanyValue): CompanyLevel => {
  if (a.plain === '' || b.plain === '') return 'differs'
  const forms = a.form === b.form || a.form === '' || b.form === ''
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
