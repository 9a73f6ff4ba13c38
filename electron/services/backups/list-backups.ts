import { join } from 'node:path'

import type { Disk } from '../disk/disk.ts'
import { listFolder } from '../disk/files.ts'
import { openArchive } from './archive-in.ts'
import { type Backup, summaryOf } from './manifest.ts'

const NAME = /^[0-9A-Za-z._-]{1,100}\.fairbook$/

/** Lists the backups of a folder, newest first. */
export type ListBackups = () => Promise<Backup[]>

/**
 * Reads manifests only, and each once as long as its file does not change. What is no backup, or is damaged, is left
 * out.
 */
export const createListBackups = (disk: Disk, folder: string): ListBackups => {
  const known = new Map<string, { of: string; backup: Backup | undefined }>()
  const read = async (name: string): Promise<Backup | undefined> => {
    const path = join(folder, name)
    const stats = await disk.lstat(path).catch(() => undefined)
    if (!stats?.isFile()) return undefined
    const of = `${stats.size} ${stats.mtimeMs} ${stats.ino}`
    const before = known.get(name)
    if (before?.of === of) return before.backup
    let backup: Backup | undefined
    try {
      const archive = await openArchive(disk, path, name)
      archive.close()
      backup = summaryOf(name, archive.size, archive.manifest)
    } catch {
      backup = undefined
    }
    known.set(name, { of, backup })
    return backup
  }
  return async () => {
    const backups: Backup[] = []
    for (const name of await listFolder(disk, folder)) {
      const backup = NAME.test(name) ? await read(name) : undefined
      if (backup !== undefined) backups.push(backup)
    }
    return backups.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
  }
}
