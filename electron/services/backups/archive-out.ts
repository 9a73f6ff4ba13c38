import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

import type { Disk } from '../disk/disk.ts'
import { syncFolder, writeAll } from '../disk/files.ts'

/** An entry of the archive that is written piece by piece. */
type EntryOut = { write: (bytes: Uint8Array) => Promise<void>; end: () => Promise<void> }

/** A zip archive being written. One entry at a time. */
export type ArchiveOut = {
  entry: (name: string) => EntryOut
  /** Adds bytes that don't compress. */
  stored: (name: string, bytes: Buffer) => Promise<void>
  /** Writes the end and makes the file durable. */
  finish: () => Promise<void>
  /** Stops writing and closes the file. */
  abort: () => Promise<void>
}

/** Fast rather than small: names and numbers shrink to a fifth at any level. */
const LEVEL = 4

/** Starts an archive in a new file. `mtime` stands in every entry. */
export const createArchive = async (disk: Disk, path: string, folder: string, mtime: Date): Promise<ArchiveOut> => {
  const file = await disk.open(path, 'w')
  const zip = new ZipFile()
  const stop = new AbortController()
  const write = async (chunks: AsyncIterable<string | Buffer>) => {
    let size = 0
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk)
      await writeAll(file, bytes, size)
      size += bytes.length
    }
  }
  const broken = once(zip, 'error', { signal: stop.signal }).then(([error]) => stop.abort(error))
  broken.catch(() => undefined)
  const written = pipeline(zip.outputStream, write, { signal: stop.signal }).finally(() => file.close())
  // Who waits for room in an entry is woken when the disk is full.
  written.catch((error: unknown) => stop.abort(error))

  const entry = (name: string, compress: boolean): EntryOut => {
    const stream = new PassThrough({ highWaterMark: 1024 * 1024 })
    stream.on('error', () => undefined)
    zip.addReadStream(stream, name, { mtime, compress, ...(compress && { compressionLevel: LEVEL }) })
    /** Waits, and fails with what stopped the archive rather than with the wait's own error. */
    const until = (event: 'drain' | 'end') =>
      once(stream, event, { signal: stop.signal }).catch(() => stop.signal.throwIfAborted())
    return {
      write: async (bytes) => {
        stop.signal.throwIfAborted()
        if (!stream.write(bytes)) await until('drain')
      },
      end: async () => {
        stop.signal.throwIfAborted()
        const ended = until('end')
        stream.end()
        await ended
      },
    }
  }

  return {
    entry: (name) => entry(name, true),
    stored: async (name, bytes) => {
      const out = entry(name, false)
      await out.write(bytes)
      await out.end()
    },
    finish: async () => {
      zip.end()
      await written
      const again = await disk.open(path, 'r+')
      try {
        await again.sync()
      } finally {
        await again.close()
      }
      await syncFolder(disk, folder)
    },
    abort: async () => {
      stop.abort(new Error('archive stopped'))
      await written.catch(() => undefined)
    },
  }
}
