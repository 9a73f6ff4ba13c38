/** What the page tells the runner: write `n` is committed to IndexedDB, or everything up to `n` is shown as saved. */
export type Report = { kind: 'committed'; id: string; n: number } | { kind: 'saved'; n: number }

/** What the runner asks of the page. */
export type Writer = {
  /** Starts the program. `found`: each customer with the number of the last write it carries. */
  open: () => Promise<{ rebuilt: number; found: (readonly [id: string, n: number])[] }>
  /** Writes from number `from` until killed. */
  write: (from: number) => Promise<never>
  flush: () => Promise<void>
}

declare global {
  interface Window {
    writer: Writer
    report: (report: Report) => void
  }
}
