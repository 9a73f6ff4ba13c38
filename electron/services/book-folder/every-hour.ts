const HOUR = 3_600_000

/** Calls `job` after `first` milliseconds and then every hour, without keeping the program alive. Returns how to stop. */
export const everyHour = (first: number, job: () => void): (() => void) => {
  let hourly: NodeJS.Timeout | undefined
  const soon = setTimeout(() => {
    job()
    hourly = setInterval(job, HOUR).unref()
  }, first).unref()
  return () => {
    clearTimeout(soon)
    clearInterval(hourly)
  }
}
