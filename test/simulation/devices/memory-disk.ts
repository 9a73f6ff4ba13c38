import { dirname } from 'node:path'

import type { Disk } from '../../../electron/services/disk/disk.ts'
import type { Fuse } from './fuse.ts'

/** A file: what a program reads of it, and what is left of it when the power goes. */
type File = { bytes: Buffer; durable: Buffer; links: number; changedAt: number }

/** A disk in memory. Names are durable at once, bytes when they were synced. */
export type MemoryDisk = {
  /** The disk as a program sees it; `fuse` is asked before each call, and may cut a write in the middle. */
  as: (fuse: Fuse) => Disk
  get: (path: string) => Buffer | undefined
  put: (path: string, bytes: Buffer) => void
  remove: (path: string) => void
  paths: () => string[]
  /** Everything that was not synced is gone. */
  losePower: () => void
  copy: () => MemoryDisk
}

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code} ${path}`), { code })

const statsOf = (file: File | 'folder') => ({
  size: file === 'folder' ? 0 : file.bytes.length,
  nlink: file === 'folder' ? 1 : file.links,
  mtimeMs: file === 'folder' ? 0 : file.changedAt,
  isFile: () => file !== 'folder',
  isDirectory: () => file === 'folder',
  isSymbolicLink: () => false,
})

export const createMemoryDisk = (now: () => number, entries = new Map<string, File | 'folder'>()): MemoryDisk => {
  const fileAt = (path: string): File | undefined => {
    const found = entries.get(path)
    return found === 'folder' ? undefined : found
  }
  const makeFolders = (path: string): void => {
    if (path === '/' || entries.get(path) === 'folder') return
    makeFolders(dirname(path))
    entries.set(path, 'folder')
  }
  const unlink = (path: string): void => {
    const file = fileAt(path)
    if (file) file.links = 0
    entries.delete(path)
  }
  const change = (file: File, bytes: Buffer): void => {
    file.bytes = bytes
    file.changedAt = now()
  }

  const handleOf = (file: File | 'folder', fuse: Fuse) => ({
    read: async (into: Buffer, offset: number, length: number, position: number) => {
      fuse.step()
      const bytesRead = file === 'folder' ? 0 : file.bytes.copy(into, offset, position, position + length)
      return { bytesRead, buffer: into }
    },
    readFile: async () => {
      fuse.step()
      return file === 'folder' ? Buffer.alloc(0) : Buffer.from(file.bytes)
    },
    write: async (from: Uint8Array, offset: number, length: number, position: number) => {
      if (file === 'folder') throw failure('EISDIR', '')
      const write = (taken: number) => {
        const size = Math.max(file.bytes.length, position + taken)
        const next = Buffer.alloc(size)
        file.bytes.copy(next)
        next.set(from.subarray(offset, offset + taken), position)
        change(file, next)
      }
      try {
        fuse.step()
      } catch (error) {
        // Torn: what a crash leaves of a write.
        if (file.links > 0 && length > 1) write(length >> 1)
        throw error
      }
      write(length)
      return { bytesWritten: length, buffer: from }
    },
    truncate: async (size = 0) => {
      fuse.step()
      if (file !== 'folder') change(file, Buffer.concat([file.bytes.subarray(0, size)], size))
    },
    stat: async () => {
      fuse.step()
      return statsOf(file)
    },
    ...Object.fromEntries(
      ['sync', 'datasync'].map((name) => [
        name,
        async () => {
          fuse.step()
          if (file !== 'folder') file.durable = file.bytes
        },
      ]),
    ),
    close: async () => undefined,
  })

  const open = (path: string, flags: string): File | 'folder' => {
    const found = entries.get(path)
    if (found === 'folder') {
      if (flags !== 'r') throw failure('EISDIR', path)
      return found
    }
    if (found && flags === 'wx') throw failure('EEXIST', path)
    if (found) {
      if (flags === 'w') change(found, Buffer.alloc(0))
      return found
    }
    if (flags.startsWith('r') || entries.get(dirname(path)) !== 'folder') throw failure('ENOENT', path)
    const made: File = { bytes: Buffer.alloc(0), durable: Buffer.alloc(0), links: 1, changedAt: now() }
    entries.set(path, made)
    return made
  }

  const as = (fuse: Fuse): Disk => {
    const disk = {
      open: async (path: string, flags = 'r') => {
        fuse.step()
        return handleOf(open(path, flags), fuse)
      },
      rename: async (from: string, to: string) => {
        fuse.step()
        const file = entries.get(from)
        if (file === undefined) throw failure('ENOENT', from)
        if (from !== to) unlink(to)
        entries.delete(from)
        entries.set(to, file)
      },
      unlink: async (path: string) => {
        fuse.step()
        if (!fileAt(path)) throw failure('ENOENT', path)
        unlink(path)
      },
      mkdir: async (path: string, options?: { recursive?: boolean }) => {
        fuse.step()
        if (options?.recursive) return makeFolders(path)
        if (entries.has(path)) throw failure('EEXIST', path)
        if (entries.get(dirname(path)) !== 'folder') throw failure('ENOENT', path)
        entries.set(path, 'folder')
      },
      readdir: async (path: string) => {
        fuse.step()
        if (entries.get(path) !== 'folder') throw failure(entries.has(path) ? 'ENOTDIR' : 'ENOENT', path)
        return [...entries.keys()]
          .filter((one) => one !== '/' && dirname(one) === path)
          .map((one) => one.slice(path.length + 1))
      },
      lstat: async (path: string) => {
        fuse.step()
        const found = entries.get(path)
        if (found === undefined) throw failure('ENOENT', path)
        return statsOf(found)
      },
      rm: async (path: string, options?: { recursive?: boolean; force?: boolean }) => {
        fuse.step()
        const found = [...entries.keys()].filter(
          (one) => one === path || (options?.recursive && one.startsWith(`${path}/`)),
        )
        if (found.length === 0 && !options?.force) throw failure('ENOENT', path)
        for (const one of found) unlink(one)
      },
    }
    // Node's functions take much more than the services ask of them.
    return disk as unknown as Disk
  }

  return {
    as,
    get: (path) => fileAt(path)?.bytes,
    put: (path, bytes) => {
      makeFolders(dirname(path))
      const held = fileAt(path)
      if (held) {
        change(held, bytes)
        held.durable = bytes
      } else entries.set(path, { bytes, durable: bytes, links: 1, changedAt: now() })
    },
    remove: unlink,
    paths: () => [...entries].filter(([, entry]) => entry !== 'folder').map(([path]) => path),
    losePower: () => {
      for (const entry of entries.values()) if (entry !== 'folder') entry.bytes = entry.durable
    },
    copy: () =>
      createMemoryDisk(
        now,
        new Map([...entries].map(([path, entry]) => [path, entry === 'folder' ? entry : { ...entry }])),
      ),
  }
}
