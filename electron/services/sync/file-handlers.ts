import { AppError } from '../../../shared/app-error.ts'
import type { BookHandlers } from '../host-handlers.ts'
import type { Journal } from '../journal/journal.ts'
import { SYNC_FILE_ENDING, type SyncFile, writeSyncFile } from '../replicas/sync-file/index.ts'
import type { CarriedFiles } from './carried-files.ts'
import { filesInUse } from './files-in-use.ts'
import { type KeySource, keyFrom } from './key-from.ts'
import type { Seat } from './seat.ts'
import { summaryOf } from './summary.ts'

export type FileCall = Extract<keyof BookHandlers, `syncFile.${string}`>

export type FileOptions = {
  seat: Seat
  files: CarriedFiles
  journal: Pick<Journal, 'readAll'>
  /** Unix milliseconds. */
  now: () => number
}

/** Sync files: the whole book in one, for computers that have nothing but a stick between them. */
export const fileHandlers = ({ seat, files, journal, now }: FileOptions): Pick<BookHandlers, FileCall> => {
  const { disk, attachments, bookId } = seat.options

  const keyOf = async ({ head }: SyncFile, source: KeySource | undefined): Promise<Uint8Array | undefined> => {
    // A sealed book takes nothing that anyone could have written who has not the key.
    if (!head.sealed && seat.config()?.head.sealed === true) throw new AppError('syncNotSealed')
    if (!head.sealed) return undefined
    if (source !== undefined && head.keyring !== undefined) return keyFrom(head.keyring, source)
    const isOurs = head.keyring?.keyId === seat.config()?.head.keyring?.keyId
    const { key } = seat.secrets()
    if (!isOurs || key === undefined) throw new AppError('syncKeyMissing')
    return key
  }

  return {
    'syncFile.take': async (input) => {
      if (input.bookId !== bookId) throw new AppError('syncWrongBook')
      const { head } = seat.theConfig()
      const { key } = seat.secrets()
      if (head.sealed && key === undefined) throw new AppError('syncKeyMissing')
      const size = await files.take((path) =>
        journal.readAll(new AbortController().signal, (all) => {
          const { entries, list } = filesInUse(all)
          return writeSyncFile({ disk, path, head, key, entries, attachments: { list, read: attachments.read } })
        }),
      )
      return { size, name: `fairbook-${new Date(now()).toISOString().slice(0, 10)}${SYNC_FILE_ENDING}` }
    },
    'syncFile.part': async ({ offset }) => ({ bytes: new Uint8Array(await files.part(offset)) }),
    'syncFile.give': async ({ offset, bytes, last }) => {
      await files.give(offset, bytes)
      if (!last) return {}
      const { head, records, size } = await files.given()
      return { summary: summaryOf({ head, records, bytes: size, readableOnTheWay: false, writable: false }) }
    },
    'syncFile.pull': async ({ bookId: asked, after, limit, key: source }) => {
      const file = await files.given()
      if (asked !== bookId || file.head.bookId !== bookId) throw new AppError('syncWrongBook')
      const key = await keyOf(file, source)
      const page = await file.pull(key, after, limit)
      if (page.more) return page
      const left = await file.takeAttachments(key, attachments)
      return { ...page, aside: [...(page.aside ?? []), ...left] }
    },
  }
}
