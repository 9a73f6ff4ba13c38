import { spawn } from 'node:child_process'

import { AppError } from '../../../shared/app-error.ts'

/** The system's own "open this" program. None is a shell: the address is one argument, never a command line. */
const opener = (platform: NodeJS.Platform): { command: string; args: string[] } => {
  if (platform === 'darwin') return { command: 'open', args: [] }
  if (platform === 'win32') return { command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler'] }
  return { command: 'xdg-open', args: [] }
}

/**
 * Opens a checked address or a folder of ours with the system's program for it, and does not wait for that program.
 * @throws AppError `notFound` when the system has no such program
 */
export const systemOpen = async (target: string, platform: NodeJS.Platform = process.platform): Promise<void> => {
  const { command, args } = opener(platform)
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, [...args, target], { stdio: 'ignore', detached: true })
    child.once('error', (error) => reject(new AppError('notFound', { what: command }, error)))
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
