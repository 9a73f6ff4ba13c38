import type { DesktopOutput } from '../../../shared/desktop-api.ts'
import type { FolderPaths } from '../book-folder/folder-paths.ts'
import type { Disk } from '../disk/disk.ts'
import { syncFolder, writeAll } from '../disk/files.ts'
import { encodePieces, rescueLines } from '../lines/line.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import { type DataFile, dataPath } from './data-file.ts'
import type { FilesFound, InspectedFile } from './inspect-files.ts'
import { setAside } from './quarantine.ts'

export type Notice = DesktopOutput<'book.open'>['notices'][number]

/** What was done to make the files of a journal whole, or in a read-only folder: what is wrong with them. */
export type Repaired = {
  files: DataFile[]
  notices: Notice[]
  /** Whether saved records may be missing, so that the window should push all it has. */
  lost: boolean
  /** Whether the damage is kept in quarantine, so that the damaged files may be written anew without it. */
  kept: boolean
}

/** What of a file is damaged: an unfinished line counts unless it is at the journal's very end. */
const damageOf = ({ inspection }: InspectedFile, isLast: boolean): Buffer[] =>
  isLast || inspection.tail.length === 0 ? inspection.damaged : [...inspection.damaged, inspection.tail]

const removeNeedless = async (disk: Disk, paths: FolderPaths, found: FilesFound): Promise<void> => {
  for (const file of found.leftover) await disk.rm(dataPath(paths, file), { force: true })
  for (const { kind, name } of found.parts)
    await disk.rm(`${kind === 's' ? paths.snapshot : paths.journal}/${name}`, { force: true })
}

/** Cuts an unfinished last line off; one that lacks nothing but its newline gets it. */
const mendEnd = async (disk: Disk, path: string, { inspection }: InspectedFile): Promise<number> => {
  const whole = Buffer.concat(rescueLines(inspection.tail).flatMap(encodePieces))
  const file = await disk.open(path, 'r+')
  try {
    await file.truncate(inspection.end)
    await writeAll(file, whole, inspection.end)
    await file.datasync()
  } finally {
    await file.close()
  }
  return inspection.end + whole.length
}

/** Whether nothing was ever saved in a segment: a crash came while it was made. */
const isStillborn = ({ inspection: { header, records, damaged } }: InspectedFile): boolean =>
  header === undefined && records === 0 && damaged.length === 0

const isKept = async (
  disk: Disk,
  paths: FolderPaths,
  file: InspectedFile,
  lines: readonly Buffer[],
  codec: LineCodec,
) => {
  const from = `${file.kind === 's' ? 'snapshot' : 'journal'}-${file.number}`
  try {
    await setAside(disk, paths.quarantine, from, lines, codec)
    return true
  } catch {
    // A full disk must not keep the book from opening: the lines stay where they are.
    return false
  }
}

/**
 * Sets damaged lines aside and mends the journal's end.
 * @param aside how lines are kept in quarantine
 * @param writable whether anything may be changed; if not, everything stays and is only told
 * @throws errors of the file system as they are
 */
export const repairFiles = async (
  disk: Disk,
  paths: FolderPaths,
  found: FilesFound,
  aside: LineCodec,
  writable: boolean,
): Promise<Repaired> => {
  const result: Repaired = { files: [], notices: [], lost: found.gap, kept: true }
  const path = paths.quarantine
  let damagedLines = 0
  let damagedSnapshot = found.gap && found.newestSnapshot === undefined
  const last = found.files.at(-1)
  for (const file of found.files) {
    const end = file === last && file.kind === 'j'
    const damage = damageOf(file, end)
    if (damage.length > 0) {
      if (file.kind === 's') damagedSnapshot = true
      else damagedLines += damage.length
      result.kept = writable && (await isKept(disk, paths, file, damage, aside)) && result.kept
    }
    let { size } = file
    if (end && writable && isStillborn(file)) {
      await disk.rm(dataPath(paths, file), { force: true })
      continue
    }
    if (end && file.inspection.tail.length > 0) {
      result.notices.push({ kind: 'tornLine', params: {} })
      if (writable) {
        await isKept(disk, paths, file, [file.inspection.tail], aside)
        size = await mendEnd(disk, dataPath(paths, file), file)
      }
    }
    result.files.push({ kind: file.kind, number: file.number, size })
  }
  if (damagedLines > 0) result.notices.push({ kind: 'damagedLines', params: { count: damagedLines, path } })
  if (damagedSnapshot) result.notices.push({ kind: 'damagedSnapshot', params: { path } })
  result.lost ||= damagedLines > 0 || damagedSnapshot
  if (writable) {
    await removeNeedless(disk, paths, found)
    await syncFolder(disk, paths.journal)
  }
  return result
}
