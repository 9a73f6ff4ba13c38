/** What a proxy does to one request. */
export type Fault =
  | 'none'
  | 'delay'
  | 'dropBefore'
  | 'dropAfter'
  | 'cutAnswer'
  | 'cutRequest'
  | 'duplicate'
  | 'garbage'
  | 'html'
  | 'huge'
  | 401
  | 409
  | 412
  | 429
  | 500
  | 503

const faults: readonly Fault[] = [
  'delay',
  'dropBefore',
  'dropAfter',
  'cutAnswer',
  'cutRequest',
  'duplicate',
  'garbage',
  'html',
  'huge',
  401,
  409,
  412,
  429,
  500,
  503,
]

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A schedule in which every `share`-th request on average meets one of all faults. */
export const schedule = (seed: number, share: number): (() => Fault) => {
  const random = seeded(seed)
  return () => (random() < share ? (faults[Math.floor(random() * faults.length)] ?? 'none') : 'none')
}
