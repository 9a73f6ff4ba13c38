import type { Line } from '../report.ts'
import { say } from '../settings.ts'
import { measureFiles } from './measure.ts'

/** What it costs that the files of a locked book are sealed, beside the same book in the open. */
export const filesLines = async (folder: string, sizes: readonly number[], runs: number): Promise<Line[]> => {
  const lines: Line[] = []
  for (const size of sizes) {
    say(`sealed files of ${size} customers`)
    const { plain, sealed, enable, unlock } = await measureFiles(folder, size, runs)
    lines.push(
      {
        size,
        what: `locked files: save one record (ms); in the open ${plain.save.toFixed(2)} ms`,
        fairbook: sealed.save,
        other: plain.save,
        aim: { to: 'other', below: 1.5, says: 'under 1.5 of it' },
      },
      {
        size,
        what: `locked files: open and read all (ms); in the open ${plain.open.toFixed(0)} ms`,
        fairbook: sealed.open,
        other: plain.open,
        aim: { to: 'other', below: 4, says: 'under 4 times that' },
      },
      {
        size,
        what: `locked files: a backup (ms); in the open ${plain.backup.toFixed(0)} ms`,
        fairbook: sealed.backup,
        other: plain.backup,
        aim: { to: 'other', below: 3, says: 'under 3 times that' },
      },
      {
        size,
        what: `locked files: size of a backup (kB); in the open ${(plain.backupBytes / 1024).toFixed(0)} kB`,
        fairbook: sealed.backupBytes / 1024,
        other: plain.backupBytes / 1024,
        aim: { to: 'other', below: 1.2, says: 'under 1.2 of it' },
      },
      { size, what: 'locked files: the passphrase (ms)', fairbook: unlock },
      { size, what: 'locked files: lock a book that was in the open (ms)', fairbook: enable },
    )
  }
  return lines
}
