/** The policy of a page that is only printed: its own styles, and pictures and fonts that it carries. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/**
 * A report's HTML with a policy as the first thing in it, before anything it could say itself. A policy can only be
 * made stricter by another, so what the HTML holds can't loosen it.
 */
export const lockedDown = (html: string): string => {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '<!doctype html>'
  const rest = html.replace(/^\s*<!doctype[^>]*>/i, '')
  return `${doctype}<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">${rest}`
}
