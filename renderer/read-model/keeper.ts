/** Keeps the last few things that were worked out, by key. */
export const createKeeper = <V>(most: number) => {
  const held = new Map<string, V>()
  return {
    /** What was made under this key, or what `make` makes now. */
    kept: <T extends V>(key: string, make: () => T): T => {
      const known = held.get(key)
      // A key says what is kept under it.
      if (known !== undefined) return known as T
      const made = make()
      const oldest = held.size >= most ? held.keys().next().value : undefined
      if (oldest !== undefined) held.delete(oldest)
      held.set(key, made)
      return made
    },
    forget: () => held.clear(),
  }
}
