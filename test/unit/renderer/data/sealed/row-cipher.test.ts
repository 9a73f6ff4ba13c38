import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createRowCipher, UnopenedRowError } from '../../../../../renderer/data/sealed/row-cipher.ts'
import { KEY } from './support.ts'

const cipher = createRowCipher(KEY)
const other = createRowCipher(new Uint8Array(32).fill(7))
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))

describe('a sealed row', () => {
  it('opens with its key and in its place only, and with no byte changed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.string(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (plain, bound, at, flip) => {
          const sealed = cipher.seal(plain, bound)
          expect(cipher.open(sealed, bound)).toEqual(plain)
          expect(() => cipher.open(sealed, `${bound}x`)).toThrow(UnopenedRowError)
          expect(() => other.open(sealed, bound)).toThrow(UnopenedRowError)
          const changed = sealed.slice()
          changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ flip
          expect(() => cipher.open(changed, bound)).toThrow(UnopenedRowError)
        },
      ),
    )
  })

  it('is never the same twice', () => {
    expect(cipher.seal(new Uint8Array(8), '')).not.toEqual(cipher.seal(new Uint8Array(8), ''))
  })

  it.each([undefined, null, 'text', new Uint8Array(), new Uint8Array(27)])('does not open %s', (value) => {
    expect(() => cipher.open(value, '')).toThrow(UnopenedRowError)
  })
})

describe('a veiled key', () => {
  it('is another text, always the same one, and comes back', () => {
    fc.assert(
      fc.property(hash, fc.string(), (id, around) => {
        const key = ['blocklist', `${around}${id}`] as const
        const veiled = cipher.veil(key)
        expect(veiled[1]).not.toContain(id)
        expect(cipher.veil(key)).toEqual(veiled)
        expect(other.veil(key)).not.toEqual(veiled)
        expect(cipher.unveil(veiled)).toEqual(key)
      }),
    )
  })

  it('is left alone where it is no hash, also where it looks like a veiled one', () => {
    for (const key of ['0192f0c1-7d7e-7e64-8d9a-1f2e3d4c5b6a', 'settings', 7, `~${'0'.repeat(96)}`]) {
      expect(cipher.unveil(key)).toBe(key)
    }
    expect(cipher.veil('0192f0c1-7d7e-7e64-8d9a-1f2e3d4c5b6a')).toBe('0192f0c1-7d7e-7e64-8d9a-1f2e3d4c5b6a')
  })
})
