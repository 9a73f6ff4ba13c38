/** Tells other windows which imports run right now. */
export type ImportLocks = {
  /** Holds an import; undefined where someone else does. What it returns lets go. */
  hold: (importId: string) => Promise<(() => void) | undefined>
  held: () => Promise<ReadonlySet<string>>
}

const PREFIX = 'fairbook-import:'

/** Over the Web Locks API: a window or worker that dies lets go by itself. */
export const webLocks = (locks: LockManager): ImportLocks => ({
  hold: (importId) =>
    new Promise((resolve, reject) => {
      locks
        .request(`${PREFIX}${importId}`, { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(undefined)
          return new Promise<void>((release) => resolve(release))
        })
        .catch(reject)
    }),
  held: async () => {
    const { held = [] } = await locks.query()
    return new Set(held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])))
  },
})
