/** The distinct texts of a column as saved: one string and where each text ends in it. */
export type SavedDictionary = { text: string; ends: Uint32Array }

/** Distinct texts by code. Code 0 is no text. */
export type Dictionary = {
  readonly size: number
  textAt: (code: number) => string
  code: (text: string) => number
  /** Adds a text that is known not to be there. */
  add: (text: string) => number
  save: () => SavedDictionary
}

/** A dictionary; a saved one is cut into texts only as they are asked for. */
export const createDictionary = (saved: SavedDictionary = { text: '', ends: new Uint32Array(1) }): Dictionary => {
  let size = saved.ends.length
  const texts = new Array<string | undefined>(size)
  let codes: Map<string, number> | undefined
  const textAt = (code: number): string => {
    const held = texts[code]
    if (held !== undefined) return held
    const text = saved.text.slice(code === 0 ? 0 : saved.ends[code - 1], saved.ends[code])
    texts[code] = text
    return text
  }
  const byText = (): Map<string, number> => {
    if (codes === undefined) {
      codes = new Map()
      for (let code = 0; code < size; code += 1) codes.set(textAt(code), code)
    }
    return codes
  }
  const add = (text: string): number => {
    texts[size] = text
    size += 1
    return size - 1
  }
  return {
    get size() {
      return size
    },
    textAt,
    add,
    code: (text) => {
      const held = byText().get(text)
      if (held !== undefined) return held
      codes?.set(text, size)
      return add(text)
    },
    save: () => {
      const ends = new Uint32Array(size)
      const parts: string[] = []
      let at = 0
      for (let code = 0; code < size; code += 1) {
        const text = textAt(code)
        parts.push(text)
        at += text.length
        ends[code] = at
      }
      return { text: parts.join(''), ends }
    },
  }
}
