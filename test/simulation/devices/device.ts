import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { type OpenFolder, openHeldFolder } from '../../../electron/services/book-folder/open-folder.ts'
import type { Disk } from '../../../electron/services/disk/disk.ts'
import { forgetLines } from '../../../electron/services/journal/quarantine.ts'
import { plainLines } from '../../../electron/services/lines/line-codec.ts'
import type { SharedReplica } from '../../../electron/services/replicas/target.ts'
import { type Book, completeLists, isEmpty, openBook, startOver } from '../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../renderer/desktop/fake.ts'
import {
  createReplicator,
  createSync,
  journalReplica,
  type Replicator,
  type Sync,
} from '../../../renderer/replication/index.ts'
import type { Desktop } from '../../../shared/desktop-api.ts'
import type { Fuse } from './fuse.ts'
import { fusedDatabase } from './fused-database.ts'
import type { MemoryDisk } from './memory-disk.ts'
import type { Visitor } from './places.ts'

/** What of a device outlives a crash. */
export type Machine = {
  name: string
  bookId: string
  /** IndexedDB. */
  storage: IDBFactory
  /** The data folder. */
  disk: MemoryDisk
  /** Its clock minus the true one, in milliseconds. */
  skew: number
  online: boolean
}

/** A program that runs on a machine. */
export type Running = {
  fuse: Fuse
  book: Book
  desktop: Desktop
  replicator: Replicator
  sync: Sync
  place: SharedReplica
  close: () => void
}

/** A machine, what runs on it, and a copy of its data folder with how much was acknowledged by then. */
export type Device = { machine: Machine; running: Running; backup?: { disk: MemoryDisk; from: number } }

export type RunningOptions = {
  machine: Machine
  now: () => number
  openPlace: (visitor: Visitor) => SharedReplica
  /** Told of what nobody waits for. */
  onProblem: (error: unknown) => void
  /** Of this run of the program; a start may crash as well. */
  fuse: Fuse
}

const PATHS = folderPaths('/data')
const COMPACT_BYTES = 40_000

const desktopOf = (bookId: string, disk: Disk, folder: OpenFolder, place: SharedReplica, fuse: Fuse): Desktop =>
  fakeDesktop({
    'host.info': async () => ({ host: 'fake', platform: 'test', version: '1', dataFolder: '/data' }),
    'sync.state': async () => ({
      place: { kind: 'folder', path: '/shared' },
      sealed: false,
      target: 'place',
      needs: 'nothing',
      keptBy: 'nobody',
    }),
    'sync.inspect': async () => ({ records: 0, readableOnTheWay: false, writable: true }),
    'sync.pull': ({ after, limit }) => place.pull(after, limit),
    'sync.push': async ({ records }) => {
      fuse.step()
      const { aside } = await place.push(records)
      fuse.step()
      return aside ? { aside } : {}
    },
    'sync.forget': async () => {
      await place.forget()
      return {}
    },
    'sync.intake': async () => ({ items: [] }),
    'sync.intakeDone': async () => ({}),
    'journal.pull': async ({ after, limit }) => {
      if (bookId !== folder.bookId) throw new Error('another book')
      return folder.journal.pull(after, limit)
    },
    'journal.push': async ({ records }) => ({ cursor: (await folder.journal.push(records)).cursor }),
    'journal.forget': async ({ texts }) => {
      await folder.journal.compact()
      await forgetLines(disk, PATHS.quarantine, texts, plainLines)
      return {}
    },
    'attachments.delete': async () => ({}),
  })

/** Starts the program on a machine: opens the files and the database, and gives each what only the other has. */
export const start = async ({ machine, now, openPlace, onProblem, fuse }: RunningOptions): Promise<Running> => {
  const { name, bookId } = machine
  const disk = machine.disk.as(fuse)
  for (const path of [PATHS.journal, PATHS.snapshot, PATHS.quarantine, PATHS.scratch])
    await disk.mkdir(path, { recursive: true })
  const folder = await openHeldFolder(
    { disk, paths: PATHS, known: [bookId], onProblem, compactBytes: COMPACT_BYTES },
    { writable: true },
    { lines: plainLines, aside: plainLines },
  )
  Dexie.dependencies.indexedDB = machine.storage
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  const book = openBook({ id: bookId, device: name, user: name, wall: () => now() + machine.skew })
  book.db.use(fusedDatabase(fuse))
  const place = openPlace({ name, fuse, reaches: () => machine.online, onProblem })
  const desktop = desktopOf(bookId, disk, folder, place, fuse)
  const replicator = createReplicator(book.db, journalReplica(desktop, bookId))
  const sync = createSync(book, desktop, { now: () => now() + machine.skew, random: () => 0.5 })
  const close = (): void => {
    replicator.stop()
    sync.stop()
    book.close()
  }
  try {
    if (!(await isEmpty(book.db)) && folder.fresh) await startOver(book.db, 'journal')
    await replicator.pull()
    if (!(await isEmpty(book.db))) await completeLists(book)
    await replicator.flush()
  } catch (error) {
    close()
    throw error
  }
  fuse.unset()
  return { fuse, book, desktop, replicator, sync, place, close }
}

/** A new machine without anything on it. */
export const newMachine = (name: string, bookId: string, disk: MemoryDisk): Machine => ({
  name,
  bookId,
  storage: new IDBFactory(),
  disk,
  skew: 0,
  online: true,
})
