import { execFile } from 'node:child_process'

/** What a command of the system answered; `code` 0 says that it did what it was asked. */
export type Answer = { code: number; stdout: string; stderr: string }

/**
 * Runs a command of the system with `input` on its standard input: a secret never stands on a command line, where
 * every program could read it. Undefined where there is no such command or it takes too long.
 */
export type RunCommand = (command: string, args: readonly string[], input?: string) => Promise<Answer | undefined>

/** A key store that is locked asks its user, who may be away. Milliseconds. */
const PATIENCE = 60_000

export const runCommand: RunCommand = (command, args, input = '') =>
  new Promise((resolve) => {
    const child = execFile(
      command,
      [...args],
      { timeout: PATIENCE, maxBuffer: 1024 * 1024, windowsHide: true },
      (error, stdout, stderr) => {
        if (!error) resolve({ code: 0, stdout, stderr })
        else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr })
        else resolve(undefined)
      },
    )
    // One that ends without reading, or did not start, closes the pipe.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
