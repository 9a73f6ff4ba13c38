import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** Public vCards, kept beside the project and not in it. */
const folder = new URL('../../../../../../shared/data/vcard/', import.meta.url)

export const publicFilesAreThere = existsSync(folder)
export const publicFile = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(name, folder)))
