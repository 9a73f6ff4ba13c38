/** A part of a line between Unicode's isolates: in another direction than the line, it leaves its neighbours where they are. */
export const isolate = (part: string): string => `\u2068${part}\u2069`
