/** What stands in the place of numbers that are kept beside the JSON. */
type Lifted = { path: string[]; kind: keyof typeof kinds; length: number }

/** The typed arrays a row may hold: the read model's columns, the bytes of a file. */
const kinds = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const
type Numbers = InstanceType<(typeof kinds)[keyof typeof kinds]>

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** JSON of a row begins with a brace; a row that holds numbers begins with this byte. */
const WITH_NUMBERS = 1
const HEAD = 5

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isNumbers = (value: object): value is Numbers => ArrayBuffer.isView(value)

/** Whether numbers stand anywhere in a value. @throws TypeError for what JSON would change without a word */
const holdsNumbers = (value: unknown): boolean => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that JSON does not have')
  if (typeof value === 'bigint' || typeof value === 'function') throw new TypeError(`a ${typeof value} in a row`)
  if (!isHolder(value)) return false
  if (isNumbers(value)) return true
  if (Array.isArray(value)) return value.map(holdsNumbers).includes(true)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && !Object.hasOwn(Object(prototype), 'hasOwnProperty'))
    throw new TypeError('not a plain object')
  let held = false
  for (const key of Object.keys(value)) if (holdsNumbers(value[key])) held = true
  return held
}

const kindOf = (numbers: Numbers): Lifted['kind'] => {
  for (const kind of Object.keys(kinds) as Lifted['kind'][])
    if (Object.getPrototypeOf(numbers) === kinds[kind].prototype) return kind
  throw new TypeError('numbers of another kind')
}

const lift = (value: unknown, path: string[], found: { lifted: Lifted; numbers: Numbers }[]): unknown => {
  if (!isHolder(value)) return value
  if (isNumbers(value)) {
    found.push({ lifted: { path, kind: kindOf(value), length: value.byteLength }, numbers: value })
    return null
  }
  if (Array.isArray(value)) return value.map((item, index) => lift(item, [...path, String(index)], found))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lift(item, [...path, key], found)]))
}

/**
 * A row as bytes: JSON where it is nothing else, which is nearly always; with typed arrays, the length of a head (4
 * bytes), the head, then the arrays one after the other. `undefined` is left out, as JSON does.
 * @throws TypeError for values that would not come back as they were
 */
export const rowToBytes = (row: Record<string, unknown>): Uint8Array<ArrayBuffer> => {
  if (!holdsNumbers(row)) return encoder.encode(JSON.stringify(row))
  const found: { lifted: Lifted; numbers: Numbers }[] = []
  const value = lift(row, [], found)
  const head = encoder.encode(JSON.stringify({ value, lifted: found.map(({ lifted }) => lifted) }))
  const bytes = new Uint8Array(found.reduce((sum, { lifted }) => sum + lifted.length, HEAD + head.length))
  bytes[0] = WITH_NUMBERS
  new DataView(bytes.buffer).setUint32(1, head.length)
  bytes.set(head, HEAD)
  let at = HEAD + head.length
  for (const { numbers } of found) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at)
    at += numbers.byteLength
  }
  return bytes
}

const put = (root: unknown, path: readonly string[], numbers: Numbers): void => {
  let holder = root
  for (const step of path.slice(0, -1)) holder = isHolder(holder) ? holder[step] : undefined
  if (isHolder(holder)) holder[path.at(-1) ?? ''] = numbers
}

/** The inverse of `rowToBytes`, for bytes that were sealed here: what they say of themselves is not doubted. */
export const rowFromBytes = (bytes: Uint8Array): Record<string, unknown> => {
  if (bytes[0] !== WITH_NUMBERS) return JSON.parse(decoder.decode(bytes)) as Record<string, unknown>
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1)
  const { value, lifted } = JSON.parse(decoder.decode(bytes.subarray(HEAD, HEAD + length))) as {
    value: Record<string, unknown>
    lifted: Lifted[]
  }
  let at = HEAD + length
  for (const { path, kind, length: size } of lifted) {
    // A copy, because an array of larger numbers may only begin at a multiple of their size.
    put(value, path, new kinds[kind](bytes.slice(at, at + size).buffer))
    at += size
  }
  return value
}
