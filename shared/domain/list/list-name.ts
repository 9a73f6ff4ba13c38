/** The lists that the owner edits. An item's id is `<list>:<key>` when it came with the program. */
export const listNames = ['source', 'industry', 'size', 'channel', 'outcome', 'lostReason', 'owner', 'purpose'] as const

export type ListName = (typeof listNames)[number]
