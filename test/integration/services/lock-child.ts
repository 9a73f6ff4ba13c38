import { takeLock } from '../../../electron/services/book-folder/lock.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'

const folder = process.argv[2] ?? ''

// Says how it ended, and keeps what it got until it is killed.
takeLock(realDisk, folder, folder).then(
  () => {
    process.stdout.write('held\n')
    setInterval(() => undefined, 1_000)
  },
  (error: unknown) => {
    process.stdout.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`)
  },
)
