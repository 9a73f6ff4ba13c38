/**
 * Runs something unless another window of this profile does so now. Over the Web Locks API: a window that dies lets go
 * by itself.
 * @returns whether it ran
 */
export const oneAtATime = async (name: string, run: () => Promise<void>): Promise<boolean> => {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).locks
  if (!locks) {
    await run()
    return true
  }
  return locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await run()
    return true
  })
}
