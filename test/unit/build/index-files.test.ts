import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
/** A statement that does something by being loaded; declarations begin with a word of their own, the rest is indented. */
const ACT = /^(?!import [^'"]|export |const |type |interface |function |async function |\/\/|\/\*| \*|[\s)}\]])./m

it('an index does nothing by being loaded: the bundle leaves it out where only what it hands on is used', () => {
  const files = ['renderer', 'shared'].flatMap((side) =>
    readdirSync(join(root, side), { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|[\\/])index\.ts$/.test(path))
      .map((path) => join(root, side, path)),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => ACT.test(readFileSync(file, 'utf8')))).toEqual([])
})

it('what an index must not do is recognised', () => {
  for (const text of ["import './styles.css'\n", 'Chart.register(Bar)\n', 'void start()\n'])
    expect(ACT.test(`export { a } from './a.ts'\n${text}`)).toBe(true)
})
