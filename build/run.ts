import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url))

export const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

export type RunOptions = {
  env?: Record<string, string>
  /** Milliseconds before it is ended. */
  timeout?: number
  /** Whether what it prints is shown. */
  quiet?: boolean
}

/** Runs a program in the project's folder to its end; resolves with its exit code, 1 when it could not start. */
export const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: options.quiet ? 'ignore' : 'inherit',
      env: { ...process.env, ...options.env },
      ...(options.timeout !== undefined && { timeout: options.timeout, killSignal: 'SIGKILL' as const }),
    })
    // Ctrl+C reaches the child by itself, from the terminal; a plain kill of this process has to be handed on.
    const forward = (signal: NodeJS.Signals) => child.kill(signal)
    const ignore = () => undefined
    process.on('SIGTERM', forward)
    process.on('SIGINT', ignore)
    const done = (code: number) => {
      process.off('SIGTERM', forward)
      process.off('SIGINT', ignore)
      resolve(code)
    }
    child.once('error', () => done(1))
    child.once('close', (code) => done(code ?? 1))
  })

/** Runs a program of `node_modules` by the path of its script, which works on every system without a shell. */
export const runModule = (script: string, args: readonly string[], options?: RunOptions): Promise<number> =>
  run(process.execPath, [inRoot(`node_modules/${script}`), ...args], options)

/** Runs a TypeScript file of ours. */
export const runScript = (file: string, args: readonly string[], options?: RunOptions): Promise<number> =>
  run(process.execPath, ['--import', 'tsx', inRoot(file), ...args], options)
