import { suggestDomain } from './suggest.ts'
import { isEmail, splitEmail } from './syntax.ts'

/** `suggestion`: the whole address as it was probably meant. What was typed stays what it is. */
export type EmailCheck = { valid: boolean; suggestion?: string }

/**
 * Checks an e-mail address by its syntax and for slips in its domain (`gmial.com`, `gmail.con`). Blanks around it do
 * not count. Whether the address exists cannot be known here.
 * @param frequent domains that many in the book have
 */
export const checkEmail = (text: string, frequent: readonly string[] = []): EmailCheck => {
  const typed = text.trim()
  const valid = isEmail(typed)
  const parts = splitEmail(typed)
  if (parts === undefined || parts.local === '' || parts.domain === '') return { valid }
  const domain = suggestDomain(parts.domain, frequent)
  const suggestion = `${parts.local}@${domain}`
  return domain !== undefined && isEmail(suggestion) ? { valid, suggestion } : { valid }
}
