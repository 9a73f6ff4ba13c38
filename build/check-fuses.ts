import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

import { inRoot, say } from './run.ts'

/**
 * Reads the fuses of the packaged program, for after `npm run package -- --dir`: what the configuration asks for is
 * worth nothing if it did not reach the binary.
 */
const expected = {
  RunAsNode: FuseState.DISABLE,
  EnableCookieEncryption: FuseState.ENABLE,
  EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
  EnableNodeCliInspectArguments: FuseState.DISABLE,
  EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
  OnlyLoadAppFromAsar: FuseState.ENABLE,
  GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
} as const satisfies Partial<Record<keyof typeof FuseV1Options, FuseState>>

const programs = ['fairbook', 'Fairbook.exe', 'Fairbook.app']

const packaged = readdirSync(inRoot('release'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((folder) => programs.map((name) => join(inRoot('release'), folder.name, name)))
  .filter((path) => existsSync(path))

const faults: string[] = packaged.length === 0 ? ['no packaged program in release/'] : []
for (const program of packaged) {
  const wire = await getCurrentFuseWire(program)
  for (const [name, state] of Object.entries(expected)) {
    const found = Object.entries(wire).find(([key]) => key === String(Reflect.get(FuseV1Options, name)))?.[1]
    if (found !== state) faults.push(`${program}: ${name} is not as it should be`)
  }
}
say(faults.length === 0 ? 'The fuses are set.' : faults.join('\n'))
process.exitCode = faults.length === 0 ? 0 : 1
