const MINUTE = 60_000

/** By how many minutes two clocks differ; 0 below one minute, which does no harm. `offset` in milliseconds. */
export const clockMinutes = (offset: number | undefined): number => Math.floor(Math.abs(offset ?? 0) / MINUTE)
