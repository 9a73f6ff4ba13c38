import { AppError } from '../../../shared/app-error.ts'

/** Some mail programs take a file's path from here and send that file along: nothing imported may name one. */
const attaches = ({ protocol, searchParams }: URL): boolean =>
  protocol === 'mailto:' && [...searchParams.keys()].some((key) => key.toLowerCase().startsWith('attach'))

const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * Opens an address with the system's program for it, through `open`, but only what a customer book has to open: web
 * pages, mail and calls. `open` gets the address as the parser wrote it, so what was checked is what is opened.
 * @throws AppError `urlNotAllowed`
 */
export const openAddress = async (url: string, open: (url: string) => Promise<void>): Promise<void> => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !allowed.has(parsed.protocol) || parsed.username !== '' || parsed.password !== '' || attaches(parsed))
    throw new AppError('urlNotAllowed', { url: url.slice(0, 200) })
  await open(parsed.href)
}
