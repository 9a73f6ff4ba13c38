import { win32 } from 'node:path'

import type { Protector } from './protector.ts'
import type { RunCommand } from './run-command.ts'

/** One of `ProtectedData`'s methods on what comes in, both ends in base64; only this user of Windows can undo it. */
const script = (method: 'Protect' | 'Unprotect'): string =>
  [
    "$ErrorActionPreference = 'Stop'",
    'Add-Type -AssemblyName System.Security',
    '$given = [Convert]::FromBase64String([Console]::In.ReadToEnd().Trim())',
    `$made = [Security.Cryptography.ProtectedData]::${method}($given, $null, 'CurrentUser')`,
    '[Console]::Out.Write([Convert]::ToBase64String($made))',
  ].join('; ')

/**
 * Windows' Data Protection API, through PowerShell.
 * @param systemRoot where Windows is: the command is taken from there, not from wherever the search path leads
 */
export const dpapi = (run: RunCommand, systemRoot: string): Protector => {
  const powershell = win32.join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  const call = async (method: 'Protect' | 'Unprotect', bytes: Uint8Array): Promise<Uint8Array> => {
    const args = ['-NoProfile', '-NonInteractive', '-Command', script(method)]
    const answer = await run(powershell, args, Buffer.from(bytes).toString('base64'))
    if (answer?.code !== 0 || answer.stdout === '') throw new Error(`DPAPI failed: ${answer?.stderr ?? 'no answer'}`)
    return Buffer.from(answer.stdout, 'base64')
  }
  return {
    name: 'system',
    protect: (bytes) => call('Protect', bytes),
    unprotect: (bytes) => call('Unprotect', bytes),
  }
}
