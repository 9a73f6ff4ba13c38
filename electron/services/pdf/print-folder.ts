import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const START = 'fairbook-pdf-'
/** Milliseconds; far longer than any printing takes. */
const OLD = 10 * 60_000

/** A folder for one report on its way to a PDF, which is there in the open meanwhile. */
export const makePrintFolder = (): Promise<string> => mkdtemp(join(tmpdir(), START))

/**
 * Deletes what a crash left of reports that were being printed: a book may be locked, and they are not. To be called at
 * each start. Links are not followed. Never throws: what is another user's stays.
 * @param now Unix milliseconds
 */
export const dropOldPrints = async (folder = tmpdir(), now = Date.now()): Promise<void> => {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => one.startsWith(START))) {
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => undefined)
    if (!stats?.isDirectory() || now - stats.mtimeMs < OLD) continue
    await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}
