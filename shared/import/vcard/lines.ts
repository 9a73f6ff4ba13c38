type Line = { text: string; afterBlank: boolean }

/** Lines that are not empty, however they end: CR, LF, CRLF, and the CR CR LF of a file converted twice. */
function* physicalLines(characters: string): Generator<Line> {
  const line = /[^\r\n]+/g
  let end = 0
  for (let match = line.exec(characters); match; match = line.exec(characters)) {
    const gap = characters.slice(end, Math.min(match.index, end + 8))
    const feeds = gap.split('\n').length - 1
    yield { text: match[0], afterBlank: (feeds === 0 ? gap.length : feeds) > 1 }
    end = line.lastIndex
  }
}

const HEAD = 1000
const MARKER = /^\s*(?:[\w-]+\.)?(BEGIN|END)\s*:\s*VCARD\s*$/i
const markerOf = (line: string) => (line.length < HEAD ? MARKER.exec(line)?.[1]?.toUpperCase() : undefined)

const headOf = (line: string): string => line.slice(0, HEAD).split(':', 1)[0] ?? ''
const isQuotedPrintable = (line: string) => /;\s*(?:ENCODING\s*=\s*)?"?QUOTED-PRINTABLE/i.test(headOf(line))
const isBase64 = (line: string) => /;\s*(?:ENCODING\s*=\s*)?"?(?:BASE64|B)"?\s*(?:;|$)/i.test(headOf(line))
const endsSoftly = (part: string) => part.trimEnd().endsWith('=')

/** A line from its parts. A soft break with nothing behind it, as old Androids write, is none. */
const lineOf = (parts: readonly string[], quoted: boolean): string => {
  const line = parts.join('')
  return quoted && endsSoftly(line) ? line.trimEnd().slice(0, -1) : line
}

/**
 * Lines with their continuations: after a line that begins with white space (RFC 6350, 3.2), after the soft break of
 * quoted-printable (vCard 2.1), and of base64 that runs on without either.
 */
function* logicalLines(characters: string): Generator<string> {
  let parts: string[] = []
  let quoted = false
  let base64 = false
  for (const { text, afterBlank } of physicalLines(characters)) {
    const last = parts.at(-1)
    if (last !== undefined && quoted && !afterBlank && endsSoftly(last) && markerOf(text) === undefined) {
      parts[parts.length - 1] = last.trimEnd().slice(0, -1)
      parts.push(text)
    } else if (last !== undefined && /^[ \t]/.test(text)) parts.push(text.slice(1))
    else if (last !== undefined && base64 && !afterBlank && /^[A-Za-z0-9+/]+=*\s*$/.test(text)) parts.push(text)
    else {
      if (last !== undefined) yield lineOf(parts, quoted)
      parts = [text]
      quoted = isQuotedPrintable(text)
      base64 = isBase64(text)
    }
  }
  if (parts.length > 0) yield lineOf(parts, quoted)
}

/**
 * The lines of each card. What stands between cards is no part of any; a card that is not closed ends where the next
 * begins; one inside another, as an AGENT of vCard 2.1 is, is passed over.
 */
export function* cardLines(characters: string): Generator<string[]> {
  let card: string[] | undefined
  let nested = 0
  for (const line of logicalLines(characters)) {
    const marker = markerOf(line)
    if (marker === 'BEGIN') {
      if (nested > 0 || /^AGENT\b[^:]{0,200}:\s*$/i.test(card?.at(-1)?.slice(0, HEAD) ?? '')) nested += 1
      else {
        if (card) yield card
        card = []
      }
    } else if (marker === 'END' && nested > 0) nested -= 1
    else if (marker === 'END') {
      if (card) yield card
      card = undefined
    } else if (nested === 0) card?.push(line)
  }
  if (card) yield card
}
