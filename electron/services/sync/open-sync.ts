import type { BookHandlers } from '../host-handlers.ts'
import { exchangeHandlers } from './exchange.ts'
import { type FileCall, type FileOptions, fileHandlers } from './file-handlers.ts'
import { keyHandlers } from './key-handlers.ts'
import { type SyncOptions, takeSeat } from './seat.ts'
import { type SetUpOptions, setUpHandlers } from './set-up.ts'

export type SyncCall = Extract<keyof BookHandlers, `sync.${string}`>

/** The sync of one open book. */
export type Sync = {
  handlers: Pick<BookHandlers, SyncCall | FileCall>
  /** The bytes of an attachment that is not here, kept from now on; undefined where it can't be had now. */
  fetchBlob: (sha256: string) => Promise<Uint8Array | undefined>
  /** Has an attachment go from the place with the next exchange: it was of nobody but someone erased. */
  removeBlob: (sha256: string) => Promise<void>
}

type Options = SyncOptions & Omit<FileOptions, 'seat'> & Pick<SetUpOptions, 'beforeSwitch'>

export const openSync = async (options: Options): Promise<Sync> => {
  const { files, journal, now, beforeSwitch } = options
  const seat = await takeSeat(options)
  const givenHead = async () => (await files.given()).head
  return {
    handlers: {
      ...setUpHandlers({ seat, now, givenHead, beforeSwitch }),
      ...keyHandlers(seat),
      ...exchangeHandlers(seat),
      ...fileHandlers({ seat, files, journal, now }),
    },
    fetchBlob: async (sha256) => {
      if (seat.config() === undefined) return undefined
      return seat.link().blobs.fetch(sha256)
    },
    removeBlob: async (sha256) => {
      const config = seat.config()
      if (config === undefined || config.place.kind === 'file') return
      await seat.note(({ removeBlobs, ...rest }) => ({ ...rest, removeBlobs: [...new Set([...removeBlobs, sha256])] }))
    },
  }
}
