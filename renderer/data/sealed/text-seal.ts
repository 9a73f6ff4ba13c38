import { createRowCipher, UnopenedRowError } from './row-cipher.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const toText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

const fromText = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

/** Seals texts under names with the key of a locked book's rows, as base64. */
export const createTextSeal = (rowKey: Uint8Array) => {
  const { seal, open } = createRowCipher(rowKey)
  const bound = (name: string) => JSON.stringify(['browser storage', name])
  return {
    seal: (name: string, text: string): string => toText(seal(encoder.encode(text), bound(name))),
    /** Undefined for one that does not open. */
    open: (name: string, sealed: string): string | undefined => {
      try {
        return decoder.decode(open(fromText(sealed), bound(name)))
      } catch (error) {
        if (error instanceof UnopenedRowError || error instanceof DOMException) return undefined
        throw error
      }
    },
  }
}
