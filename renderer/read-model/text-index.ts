/** Records in one piece of text. An edit copies one piece; a search runs through all of them. */
const CHUNK = 1024
/** Chunks that are saved together. */
const GROUP = 16
const FLUSH_AT = 8192

const SPACE = 32
const CODES = CHUNK + 1

type Chunk = { text: string; offsets: Uint32Array }
export type SavedTexts = { texts: string[]; offsets: Uint32Array }

/**
 * The texts of one noun's records, end to end, to be scanned for words. Each word of a text stands after a space.
 * V8's `indexOf` is fastest for a first character that is rare, so words begin with a capital where their script has
 * them: the text is folded to small letters, and a capital is nowhere else.
 */
export type TextIndex = {
  get: (slot: number) => string
  set: (slot: number, text: string) => void
  /** Calls `hit` once for each record that has the marked word's beginning. Flushes first. */
  scan: (marked: string, wordStart: boolean, hit: (slot: number) => void) => void
  /** How many groups are saved, and those that changed since they were taken. */
  groups: () => number
  takeChanged: () => number[]
  saveGroup: (group: number) => SavedTexts
  loadGroup: (group: number, saved: SavedTexts) => void
  /** Length of all texts, in characters. */
  readonly length: number
}

const capital = (letter: string): string => {
  const upper = letter.toUpperCase()
  return upper.length === letter.length ? upper : letter
}
/** A folded word as it stands in the text, and what to look for: with the space where there is no capital to mark it. */
const markWord = (word: string): string => `${capital(word.charAt(0))}${word.slice(1)}`

/** Folded text ready to be indexed: every word after a space and marked. */
export const markText = (normalized: string): string => {
  if (normalized === '') return ''
  let marked = ''
  for (const word of normalized.split(' ')) marked += ` ${markWord(word)}`
  return marked
}

/** What to scan for to find the beginning of a folded word. */
export const wordPattern = (word: string): string => {
  const marked = markWord(word)
  return marked === word ? ` ${word}` : marked
}

/** The pattern of a word within the text of one record. */
export const wordWithin = (word: string): string => ` ${markWord(word)}`

export const createTextIndex = (): TextIndex => {
  const chunks: Chunk[] = []
  const pending = new Map<number, string>()
  const changed = new Set<number>()

  const chunkAt = (index: number): Chunk => {
    while (chunks.length <= index) chunks.push({ text: '', offsets: new Uint32Array(CODES) })
    return chunks[index] as Chunk
  }
  const sliceOf = ({ text, offsets }: Chunk, row: number): string => text.slice(offsets[row], offsets[row + 1])
  const rebuild = (index: number, texts: Map<number, string>) => {
    const chunk = chunkAt(index)
    const parts: string[] = []
    const offsets = new Uint32Array(CODES)
    let at = 0
    for (let row = 0; row < CHUNK; row += 1) {
      const text = texts.get(index * CHUNK + row) ?? sliceOf(chunk, row)
      parts.push(text)
      at += text.length
      offsets[row + 1] = at
    }
    chunks[index] = { text: parts.join(''), offsets }
    changed.add(Math.floor(index / GROUP))
  }
  const flush = () => {
    if (pending.size === 0) return
    for (const index of new Set(Array.from(pending.keys(), (slot) => Math.floor(slot / CHUNK)))) rebuild(index, pending)
    pending.clear()
  }
  const get = (slot: number): string => {
    const held = pending.get(slot)
    if (held !== undefined) return held
    const chunk = chunks[Math.floor(slot / CHUNK)]
    return chunk === undefined ? '' : sliceOf(chunk, slot % CHUNK)
  }
  return {
    get,
    set: (slot, text) => {
      if (get(slot) === text) return
      pending.set(slot, text)
      if (pending.size >= FLUSH_AT) flush()
    },
    scan: (marked, wordStart, hit) => {
      flush()
      const checkBefore = wordStart && marked.charCodeAt(0) !== SPACE
      for (let index = 0; index < chunks.length; index += 1) {
        const { text, offsets } = chunks[index] as Chunk
        let row = 0
        let at = text.indexOf(marked)
        while (at >= 0) {
          if (checkBefore && text.charCodeAt(at - 1) !== SPACE) {
            at = text.indexOf(marked, at + 1)
            continue
          }
          while ((offsets[row + 1] ?? Number.POSITIVE_INFINITY) <= at) row += 1
          hit(index * CHUNK + row)
          at = text.indexOf(marked, offsets[row + 1])
        }
      }
    },
    groups: () => {
      flush()
      return Math.ceil(chunks.length / GROUP)
    },
    takeChanged: () => {
      flush()
      const taken = [...changed]
      changed.clear()
      return taken
    },
    saveGroup: (group) => {
      const held = chunks.slice(group * GROUP, (group + 1) * GROUP)
      const offsets = new Uint32Array(held.length * CODES)
      for (const [index, chunk] of held.entries()) offsets.set(chunk.offsets, index * CODES)
      return { texts: held.map(({ text }) => text), offsets }
    },
    loadGroup: (group, { texts, offsets }) => {
      for (const [index, text] of texts.entries()) {
        chunkAt(group * GROUP + index)
        chunks[group * GROUP + index] = { text, offsets: offsets.slice(index * CODES, (index + 1) * CODES) }
      }
    },
    get length() {
      flush()
      return chunks.reduce((sum, { text }) => sum + text.length, 0)
    },
  }
}
