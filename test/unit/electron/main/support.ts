import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'

import type { BookHandlers } from '../../../../electron/services/host-handlers.ts'
import { bookHandlers } from '../../../support/book-handlers.ts'
import { type FakeElectron, fakeElectron } from '../../../support/electron/fake.ts'
import { windowFolder } from '../../../support/window-folder.ts'

/** The shell's modules over a new fake of the `electron` module. */
export const withElectron = async (): Promise<FakeElectron> => {
  const fake = fakeElectron()
  vi.resetModules()
  vi.doMock('electron', () => fake.module)
  onTestFinished(() => {
    vi.doUnmock('electron')
  })
  return fake
}

export type Started = FakeElectron & { dataFolder: string; closed: () => number }

/** Starts the whole shell over services that do what `book` says. */
export const start = async (
  book: Partial<BookHandlers> = {},
  before: (fake: FakeElectron, dataFolder: string) => void = () => undefined,
): Promise<Started> => {
  const fake = await withElectron()
  const dataFolder = mkdtempSync(join(tmpdir(), 'fairbook-test-'))
  before(fake, dataFolder)
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }))
  let closed = 0
  const { startApp } = await import('../../../../electron/main/app.ts')
  await startApp({
    dataFolder,
    window: await windowFolder(),
    preload: '/dist/electron/preload.cjs',
    openServices: async () => ({
      handlers: bookHandlers(book),
      close: async () => {
        closed += 1
      },
    }),
  })
  return { ...fake, dataFolder, closed: () => closed }
}

/** The one window of a start. */
export const windowOf = ({ windows }: FakeElectron) => {
  const [window] = windows
  if (!window) throw new Error('no window was opened')
  return window
}
