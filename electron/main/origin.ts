/** The window's scheme and origin, fixed from the first release: the origin holds the window's database. */
export const SCHEME = 'app'
const ORIGIN = `${SCHEME}://fairbook`
export const START = `${ORIGIN}/`

/** Whether a URL is a page of our own. Compared by parts: `app://fairbook.evil` starts like ours and is not. */
export const isOurs = (url: string): boolean => {
  if (!URL.canParse(url)) return false
  // A non-special scheme has an opaque `origin` ("null"), so its parts are compared.
  const { protocol, host, username, password } = new URL(url)
  return protocol === `${SCHEME}:` && host === 'fairbook' && username === '' && password === ''
}
