import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/**
 * The absolute path of the data folder: `FAIRBOOK_DATA`, else where the system keeps the data of programs. Both hosts
 * use the same, so either can be started on the same book.
 */
export const dataFolderOf = (
  env: Env = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string => {
  const chosen = env['FAIRBOOK_DATA']
  if (chosen) return resolve(chosen)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Fairbook')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Fairbook')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'fairbook')
}
