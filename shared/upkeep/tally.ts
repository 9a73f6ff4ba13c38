/** Counts which values go with a key. */
export type Tally = {
  add: (key: string, value: string) => void
  /** The value that most often goes with a key, where it has this share of all and was seen this often. */
  best: (key: string, least: { share: number; count: number }) => { value: string; count: number } | undefined
}

export const createTally = (): Tally => {
  const byKey = new Map<string, Map<string, number>>()
  return {
    add: (key, value) => {
      const counts = byKey.get(key) ?? new Map<string, number>()
      byKey.set(key, counts)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    },
    best: (key, least) => {
      let all = 0
      let winner: { value: string; count: number } | undefined
      for (const [value, count] of byKey.get(key) ?? []) {
        all += count
        if (!winner || count > winner.count) winner = { value, count }
      }
      return winner && winner.count >= least.count && winner.count >= all * least.share ? winner : undefined
    },
  }
}
