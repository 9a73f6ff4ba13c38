/** Cuts a list into groups of at most so many items and so many bytes; one that is larger alone makes its own. */
export const groupsOf = <T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  most: { items: number; bytes: number },
): T[][] => {
  const groups: T[][] = []
  let group: T[] = []
  let bytes = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (group.length > 0 && (group.length >= most.items || bytes + size > most.bytes)) {
      groups.push(group)
      group = []
      bytes = 0
    }
    group.push(item)
    bytes += size
  }
  return group.length > 0 ? [...groups, group] : groups
}
