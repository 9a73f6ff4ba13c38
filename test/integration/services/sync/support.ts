import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openServices, type Services, type ServicesOptions } from '../../../../electron/services/index.ts'
import type { Protector } from '../../../../electron/services/secrets/protector.ts'
import { keyProtector } from '../../../../electron/services/secrets/protector.ts'
import type { RecordState } from '../../../../shared/change/index.ts'

/** A computer: its data folder, and the services on it until they are ended. */
export type Computer = {
  root: string
  handlers: Services['handlers']
  bookId: string
  /** Ends the services and starts them again on the same folder. */
  restart: () => Promise<Computer>
  end: () => Promise<void>
}

/** Stands for the key store of a system: the same on every start. */
export const systemStore: Protector = keyProtector('system', async () => new Uint8Array(32).fill(7))

/** @param disk for this start only */
export const computer = async (
  root: string,
  protector?: Protector,
  { disk }: Pick<ServicesOptions, 'disk'> = {},
): Promise<Computer> => {
  const problems: unknown[] = []
  const { handlers, close } = await openServices({
    dataFolder: root,
    protector,
    ...(disk && { disk }),
    passphraseCost: { N: 2 ** 10, r: 8, p: 1 },
    dailyAfter: 3_600_000,
    onProblem: (error) => problems.push(error),
  })
  const { bookId } = await handlers['book.open']({ known: [] })
  return {
    root,
    handlers,
    bookId,
    restart: async () => {
      await close()
      return computer(root, protector)
    },
    end: close,
  }
}

/** A folder for a test, with a shared folder in it. */
export const place = async () => {
  const root = await mkdtemp(join(tmpdir(), 'fairbook-sync-'))
  const shared = join(root, 'shared')
  await mkdir(shared)
  return { root, shared, end: () => rm(root, { recursive: true, force: true }) }
}

export const customer = (id: string, name: string, time = 1): RecordState => ({
  table: 'customers',
  id,
  values: { familyName: name },
  stamp: `${String(time).padStart(9, '0')}.0000.test`,
})

/** All that stands at the place, by id. */
export const pullAll = async ({ handlers, bookId }: Computer): Promise<Map<string, RecordState>> => {
  const found = new Map<string, RecordState>()
  let after: string | null = null
  for (;;) {
    const page: Awaited<ReturnType<(typeof handlers)['sync.pull']>> = await handlers['sync.pull']({
      bookId,
      after,
      limit: 100,
    })
    for (const record of page.records) found.set(record.id, record)
    if (!page.more) return found
    after = page.cursor
  }
}
