import { join } from 'node:path'

/** Where everything of a book is, from the plan's "Files on disk". */
export type FolderPaths = {
  root: string
  bookFile: string
  lock: string
  /** The ways to the key of a locked book, and a second copy of them: without them all is lost. */
  keys: string
  keysCopy: string
  /** How often a wrong passphrase was given. */
  attempts: string
  /** The sealed secrets of sync, and where the book syncs. */
  secrets: string
  sync: string
  /** Sync files on their way in or out. */
  carried: string
  journal: string
  snapshot: string
  attachments: string
  backups: string
  /** Damaged lines, kept as they were found. */
  quarantine: string
  /** Files of work under way; emptied at start. */
  scratch: string
}

export const folderPaths = (root: string): FolderPaths => ({
  root,
  bookFile: join(root, 'book.json'),
  lock: join(root, 'lock'),
  keys: join(root, 'lock.json'),
  keysCopy: join(root, 'lock-copy.json'),
  attempts: join(root, 'attempts.json'),
  secrets: join(root, 'secrets.json'),
  sync: join(root, 'sync.json'),
  carried: join(root, 'carried'),
  journal: join(root, 'journal'),
  snapshot: join(root, 'snapshot'),
  attachments: join(root, 'attachments'),
  backups: join(root, 'backups'),
  quarantine: join(root, 'quarantine'),
  scratch: join(root, 'scratch'),
})
