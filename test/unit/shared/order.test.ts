import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inOrder, type Ordered, orderAfter, placeAt } from '../../../shared/order.ts'

/** Items as books hold them: most with keys, some without, some with one that another device gave too, some broken. */
const items = fc
  .uniqueArray(
    fc.tuple(
      fc.uuid(),
      fc.option(fc.constantFrom('Zz', 'a0', 'a0V', 'a1', 'a2', 'b00', '', '!', 'a00'), { nil: undefined }),
    ),
    {
      selector: ([id]) => id,
      maxLength: 12,
    },
  )
  .map((pairs) => pairs.map(([id, order]): Ordered => ({ id, order })))

const ids = (list: readonly Ordered[]): string[] => list.map(({ id }) => id)

describe('placing an item', () => {
  it('puts it exactly where it was put, and leaves the order of the others', () => {
    fc.assert(
      fc.property(items, fc.nat(12), (list, wanted) => {
        const others = inOrder(list)
        const index = Math.min(wanted, others.length)
        const keys = placeAt(others, 'moved', index)
        const after = [...others, { id: 'moved' } as Ordered].map((item) => ({
          ...item,
          order: keys.get(item.id) ?? item.order,
        }))
        expect(ids(inOrder(after))).toEqual(ids(others).toSpliced(index, 0, 'moved'))
      }),
      { numRuns: 500 },
    )
  })

  it('writes one key where all neighbours have their own', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 40 }), (places) => {
        let list: Ordered[] = []
        for (const [n, place] of places.entries()) {
          const keys = placeAt(list, `i${n}`, place)
          expect([...keys.keys()]).toEqual([`i${n}`])
          list = inOrder([...list, { id: `i${n}`, order: keys.get(`i${n}`) }])
        }
      }),
    )
  })

  it('gives a key after the last', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(ids(inOrder([...list, { id: '~', order: orderAfter(list) }])).at(-1)).toBe('~')
      }),
    )
  })

  it('shows what has no key yet on top, newest first', () => {
    expect(ids(inOrder([{ id: '1', order: 'a0' }, { id: '2' }, { id: '3', order: '?' }]))).toEqual(['3', '2', '1'])
  })
})
