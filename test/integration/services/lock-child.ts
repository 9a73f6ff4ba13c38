import { takeLock } from '../../../electron/services/book-folder/lock.ts'
import { realDisk } from '../../../electron/services/disk/disk.ts'

const folder = process.argv[2] ?? ''

// Keeps trying, so that several of these meet on the same lock; says once how it ended and then holds what it has.
takeLock(realDisk, folder, folder).then(
  () => {
    process.stdout.write('held\n')
    setInterval(() => undefined, 1_000)
  },
  (error: unknown) => {
    process.stdout.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`)
  },
)
