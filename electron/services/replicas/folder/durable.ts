import type { Disk, DiskFile } from '../../disk/disk.ts'
import { systemCode } from '../../disk/errors.ts'
import { syncFolder } from '../../disk/files.ts'

/** What file systems of networks and user space answer that know no such call, or not for folders. */
const UNKNOWN = new Set(['ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL'])
const UNKNOWN_FOR_FOLDERS = new Set([...UNKNOWN, 'EISDIR', 'EPERM', 'EACCES', 'EBADF'])

const unless = async (codes: ReadonlySet<string>, job: Promise<void>): Promise<void> => {
  try {
    await job
  } catch (error) {
    if (!codes.has(systemCode(error))) throw error
  }
}

/** Makes what was written to a file durable, as far as the place lets it. */
export const makeDurable = (file: DiskFile): Promise<void> => unless(UNKNOWN, file.sync())

/** Makes created, renamed and deleted names of a folder durable, as far as the place lets it. */
export const makeNamesDurable = (disk: Disk, folder: string): Promise<void> =>
  unless(UNKNOWN_FOR_FOLDERS, syncFolder(disk, folder))
