/** What an address that was pasted or typed says: the server, and whatever else stands in it. */
export type Address = {
  url: string
  database?: string
  user?: string
  password?: string
}

/** What the names of our databases begin with: any other part of a path leads to the server itself. */
const OURS = /^fairbook/i
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)/i

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Takes an address apart: `https://ann:secret@host:6984/fairbook-a` names server, login and database at once. To do it
 * again changes nothing. Without `https://` that is meant, but for this very computer. What is no address stays as it was typed.
 */
export const readAddress = (typed: string): Address => {
  const text = typed.trim()
  if (text === '') return { url: '' }
  const whole = SCHEME.test(text) ? text : `${LOCAL.test(text) ? 'http' : 'https'}://${text}`
  const parsed = URL.parse(whole)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return { url: text }
  const parts = parsed.pathname.split('/').filter((part) => part !== '' && part !== '_utils')
  const ours = parts.filter((part) => OURS.test(part))
  const database = ours.length === 1 ? ours[0] : undefined
  const path = parts
    .filter((part) => part !== database)
    .map((part) => `/${part}`)
    .join('')
  return {
    url: `${parsed.origin}${path}`,
    ...(database !== undefined && { database: decoded(database) }),
    ...(parsed.username !== '' && { user: decoded(parsed.username) }),
    ...(parsed.password !== '' && { password: decoded(parsed.password) }),
  }
}
