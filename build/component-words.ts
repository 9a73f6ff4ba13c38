import { fileURLToPath } from 'node:url'

import type { Plugin } from 'vite'

const DICTIONARY = /[/\\]react-aria[/\\]dist[/\\]private[/\\](\w+)[/\\]intlStrings\.m?js$/
const words = fileURLToPath(new URL('../renderer/i18n/component-words.ts', import.meta.url))

/**
 * Gives React Aria's components their words in Persian: the dictionary of each part gets one more language, English
 * where a word lacks. Fails the build when the dictionaries look otherwise than this expects.
 */
export const componentWords = (): Plugin => ({
  name: 'component-words',
  transform: (code, id) => {
    const part = DICTIONARY.exec(id.replace(/\?.*$/, ''))?.[1]
    if (part === undefined) return undefined
    const name = /export\s*\{\s*([\w$]+) as default\s*\}/.exec(code)?.[1]
    if (name === undefined || !code.includes('"en-US":')) throw new Error(`React Aria's dictionary is another: ${id}`)
    const added = `${name}['fa-IR'] = { ...${name}['en-US'], ...persianComponentWords['${part}'] }`
    return `import { persianComponentWords } from ${JSON.stringify(words)}\n${code}\n${added}\n`
  },
})
