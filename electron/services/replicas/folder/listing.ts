import { join } from 'node:path'

import type { Aside } from '../../../../shared/change/index.ts'
import type { Disk } from '../../disk/disk.ts'
import { listFolder } from '../../disk/files.ts'
import { isRecords, isShown, numberOf, shortOf } from './names.ts'
import { isFolder, statOf } from './safe-folder.ts'

/** A file of records as it was found. `key` stands for it in a cursor, `number` says which of its device it is. */
export type RecordsFile = {
  device: string
  name: string
  path: string
  key: string
  number: number
  size: number
  /** Unix milliseconds. */
  changedAt: number
}

export type DeviceFiles = { device: string; key: string; files: RecordsFile[] }

/** More devices, or files of one, than any team has: the rest is set aside. With these a cursor has its bound. */
const MAX_DEVICES = 1_500
const MAX_FILES = 1_000

/** Names a file in a cursor. */
export const keyOf = (device: string, name: string): string => shortOf(`${device}/${name}`)

/** The files of one device, by number and name, one more than are read at most. Links, folders and everything half-copied are passed over. */
export const listDevice = async (disk: Disk, folder: string, device: string): Promise<RecordsFile[]> => {
  const files: RecordsFile[] = []
  for (const name of (await listFolder(disk, folder)).filter(isRecords).slice(0, MAX_FILES + 1)) {
    const path = join(folder, name)
    const stats = await statOf(disk, path)
    if (!stats?.isFile()) continue
    const { size, mtimeMs } = stats
    files.push({ device, name, path, key: keyOf(device, name), number: numberOf(name), size, changedAt: mtimeMs })
  }
  return files.sort((a, b) => a.number - b.number || (a.name < b.name ? -1 : 1))
}

/**
 * Everyone's files in the folder `devices` of a life of a target.
 * @returns also what is too much to be read
 */
export const listDevices = async (disk: Disk, folder: string): Promise<{ devices: DeviceFiles[]; aside: Aside[] }> => {
  const devices: DeviceFiles[] = []
  const aside: Aside[] = []
  for (const device of (await listFolder(disk, folder)).filter(isShown)) {
    if (!(await isFolder(disk, join(folder, device)))) continue
    if (devices.length === MAX_DEVICES) {
      aside.push({ key: 'devices', reason: 'tooLarge' })
      break
    }
    const files = await listDevice(disk, join(folder, device), device)
    if (files.length > MAX_FILES) aside.push({ key: device, reason: 'tooLarge' })
    devices.push({ device, key: shortOf(device), files: files.slice(0, MAX_FILES) })
  }
  return { devices, aside }
}
