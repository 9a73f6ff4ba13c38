import { isFreeMail } from '../../email/free-mail.ts'
import { edits } from '../text/edits.ts'
import { LONGEST_TEXT } from '../text/fold-name.ts'

/** An e-mail address, made ready for comparing. */
export type EmailValue = {
  local: string
  domain: string
  /** The local part without dots, and its digits. */
  joined: string
  /** The local part at its dots and dashes. */
  words: readonly string[]
  digits: string
  /** A post box of a role, as `info@`. */
  role: boolean
  free: boolean
}

export type EmailLevel = 'exact' | 'shared' | 'close' | 'local' | 'domain' | 'differs'

const ROLES = new Set(
  'info office sales admin contact hello mail post support service biuras pardavimai info1 uzsakymai kontaktai kontakt buero vertrieb verkauf zakaz orders order billing accounts accounting buhalterija buh hr jobs team shop noreply no-reply webmaster reception director manager secretary firma company'.split(
    ' ',
  ),
)
const SHAPE = /^[^\s@]+@[^\s@]+$/

/** The address as it is compared: lower case; for Gmail without dots, for all without a `+suffix`. Empty if none. */
export const emailKeyOf = (email: string): string => {
  const text = email
    .slice(0, LONGEST_TEXT)
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
  if (!SHAPE.test(text)) return ''
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com')
  const plain = text.slice(0, at).replace(/(?<=.)\+.*$/, '')
  const local = domain === 'gmail.com' ? plain.replaceAll('.', '') || plain : plain
  return `${local}@${domain}`
}

/** @param key a text from `emailKeyOf` */
export const readEmail = (key: string): EmailValue => {
  const at = key.lastIndexOf('@')
  const [local, domain] = [key.slice(0, at), key.slice(at + 1)]
  return {
    local,
    domain,
    joined: local.replace(/[._-]/g, ''),
    words: local.split(/[._-]+/),
    digits: local.replace(/\D/g, ''),
    role: ROLES.has(local),
    free: isFreeMail(domain),
  }
}

const SHORTEST_LOCAL = 5

/** How two addresses compare; those of a role (`info@`) are a company's, not a person's. */
export const compareEmails = (a: EmailValue, b: EmailValue): EmailLevel => {
  const sameDomain = a.domain === b.domain
  if (a.local === b.local && sameDomain) return a.role ? 'shared' : 'exact'
  if (!a.role && !b.role) {
    const most = Math.min(a.local.length, b.local.length) >= SHORTEST_LOCAL ? 1 : 0
    if (sameDomain && a.digits === b.digits && edits(a.local, b.local, most) <= most) return 'close'
    if (a.local === b.local && edits(a.domain, b.domain, 2) <= 2) return 'close'
    if (a.local.length >= SHORTEST_LOCAL && a.joined === b.joined) return 'local'
  }
  return sameDomain && !a.free ? 'domain' : 'differs'
}
