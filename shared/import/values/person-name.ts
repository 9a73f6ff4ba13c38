const PATRONYMIC = /(ович|евич|ич|овна|евна|ична|инична)$/iu
const PARTICLES = new Set(['van', 'von', 'de', 'der', 'den', 'di', 'da', 'del', 'la', 'le', 'bin', 'al', 'ter', 'zu'])

/**
 * A name in one cell as given and family name: `Ann van Dyke`, `Dyke, Ann`, `Иванов Иван Иванович` (a patronymic at the
 * end tells that the family name stands first).
 */
export const splitName = (typed: string): { givenName?: string; familyName?: string } => {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(typed.trim())
  if (comma?.[1] && comma[2]) return { givenName: comma[2].trim(), familyName: comma[1].trim() }
  const words = typed.trim().split(/\s+/)
  const [first, ...others] = words
  if (!first) return {}
  if (others.length === 0) return { givenName: first }
  if (others.length === 2 && PATRONYMIC.test(others[1] ?? '') && !PATRONYMIC.test(others[0] ?? ''))
    return { familyName: first, givenName: others.join(' ') }
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && PARTICLES.has(word.toLowerCase()))
  const cut = particle > 0 ? particle : others.length === 2 && PATRONYMIC.test(others[0] ?? '') ? 2 : 1
  return { givenName: words.slice(0, cut).join(' '), familyName: words.slice(cut).join(' ') }
}
