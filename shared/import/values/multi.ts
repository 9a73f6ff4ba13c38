const GOOGLE = ' ::: '

/** E-mails of one cell: apart by ` ::: `, `;`, `,`, a slash or white space; `Ann <ann@example.org>` is its address. */
export const splitEmails = (cell: string): string[] => {
  const bare = cell.replace(/[^<>,;]*<([^<>\s]+@[^<>\s]+)>/g, ' $1 ').trim()
  const parts = bare.split(/\s*(?: ::: |[;,\s]|\s\/\s)\s*/).filter(Boolean)
  const each = parts.length > 1 && parts.every((part) => part.includes('@')) ? parts : [bare]
  return each.map((part) => part.replace(/^mailto:/i, ''))
}

const MIN_DIGITS = 5
const digits = (text: string) => text.match(/\p{Nd}/gu)?.length ?? 0

/** Phones of one cell, apart where every part is long enough to be one: an extension after a comma is none. */
export const splitPhones = (cell: string): string[] => {
  const parts = cell
    .split(/\s*(?: ::: |[;,\n]|\s\/\s|\s\|\s)\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.length > 1 && parts.every((part) => digits(part) >= MIN_DIGITS) ? parts : [cell.trim()]
}

const SYSTEM_LABELS = new Set(['* mycontacts', '* starred', '* friends', '* family', '* coworkers'])

/** Tags of one cell. Google writes ` ::: ` between, and its own groups with a star. */
export const splitTags = (cell: string): string[] => {
  const parts = cell.includes(GOOGLE) ? cell.split(GOOGLE) : cell.split(/[;,|\n]/)
  const tags = parts
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '*' && !SYSTEM_LABELS.has(part.toLowerCase()))
    .map((part) => part.replace(/^\* /, ''))
  return [...new Set(tags)]
}

/** Tags as an export of Fairbook joins them: `; ` between, a `;` or `\` of a tag behind a `\`. */
export const joinTags = (tags: readonly string[]): string =>
  tags.map((tag) => tag.replace(/[\\;]/g, (found) => `\\${found}`)).join('; ')

/** The inverse of `joinTags`. */
export const splitJoinedTags = (cell: string): string[] => {
  const tags: string[] = []
  let tag = ''
  for (let at = 0; at < cell.length; at += 1) {
    const character = cell[at] ?? ''
    if (character === '\\') {
      at += 1
      tag += cell[at] ?? ''
    } else if (character === ';') {
      tags.push(tag)
      tag = ''
      if (cell[at + 1] === ' ') at += 1
    } else tag += character
  }
  tags.push(tag)
  return tags.filter((found) => found !== '')
}
