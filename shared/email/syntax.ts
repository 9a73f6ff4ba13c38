/** Limits of RFC 5321, 4.5.3.1, in octets; a whole address is 254 because of the path around it (erratum 1690). */
const MAX = { local: 64, domain: 255, address: 254, label: 63 } as const

const ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u
const QUOTED = /^"(?:[^"\\\p{Cc}]|\\[\x20-\x7e])*"$/u
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u
const IPV4 = /^\[(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\]$/
const IPV6 = /^\[IPv6:[0-9a-f:.]{2,45}\]$/i

/** How many octets UTF-8 needs for a text. */
const octets = (text: string): number => {
  let sum = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    sum += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return sum
}

const isLocal = (local: string): boolean =>
  octets(local) <= MAX.local && (QUOTED.test(local) || local.split('.').every((atom) => ATOM.test(atom)))

const isDomain = (domain: string): boolean => {
  const ipv4 = IPV4.exec(domain)
  if (ipv4) return ipv4.slice(1).every((part) => Number(part) <= 255)
  if (IPV6.test(domain)) return true
  const labels = domain.split('.')
  const last = labels.at(-1) ?? ''
  return (
    labels.length > 1 &&
    octets(domain) <= MAX.domain &&
    /\p{L}/u.test(last) &&
    last.length > 1 &&
    labels.every((label) => octets(label) <= MAX.label && LABEL.test(label))
  )
}

/** The parts of an address at its last `@`; nothing for a text without one. */
export const splitEmail = (text: string): { local: string; domain: string } | undefined => {
  const at = text.lastIndexOf('@')
  return at < 0 ? undefined : { local: text.slice(0, at), domain: text.slice(at + 1) }
}

/**
 * Whether a text can be an e-mail address: RFC 5321 with the letters of RFC 6531 and names of domains in any script.
 * A domain without a dot is none here: nobody can be reached there.
 */
export const isEmail = (text: string): boolean => {
  const parts = splitEmail(text)
  return parts !== undefined && octets(text) <= MAX.address && isLocal(parts.local) && isDomain(parts.domain)
}
