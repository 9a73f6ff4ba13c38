import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

import { type Answer, type RunCommand, runCommand } from '../../../../../electron/services/secrets/run-command.ts'
import { systemProtector } from '../../../../../electron/services/secrets/system-store.ts'
import { tempFolder } from '../../../../support/temp-folder.ts'

const secret = Buffer.from('pušis-7-ąžuolai')
const answer = (code: number, stdout = '', stderr = ''): Answer => ({ code, stdout, stderr })

/** A system whose command keeps one text; what it was called with stands in `lines`. */
const fakeSystem = (respond: (line: string, input: string) => Answer | undefined) => {
  const lines: string[] = []
  const run: RunCommand = async (command, args, input = '') => {
    const line = [command, ...args].join(' ')
    lines.push(line)
    return respond(line, input)
  }
  return { run, lines }
}

const fakeKeychain = () => {
  let kept: string | undefined
  return fakeSystem((line, input) => {
    if (line.includes('find-generic-password')) return kept === undefined ? answer(44) : answer(0, `${kept}\n`)
    kept = /^add-generic-password -U -s Fairbook -a secrets -w (\S+)\n$/.exec(input)?.[1]
    return line === '/usr/bin/security -i' && kept !== undefined ? answer(0) : answer(2)
  })
}

const fakeSecretTool = () => {
  let kept: string | undefined
  return fakeSystem((line, input) => {
    if (line === 'secret-tool lookup application Fairbook purpose secrets')
      return kept === undefined ? answer(1) : answer(0, kept)
    if (line !== 'secret-tool store --label Fairbook application Fairbook purpose secrets') return answer(2)
    kept = input
    return answer(0)
  })
}

const fakePowershell = () =>
  fakeSystem((line, input) => {
    const bytes = Buffer.from(input, 'base64')
    if (line.includes('::Protect(')) return answer(0, Buffer.concat([Buffer.from('P'), bytes]).toString('base64'))
    return bytes[0] === 0x50 ? answer(0, bytes.subarray(1).toString('base64')) : answer(1, '', 'bad data')
  })

test.each([
  ['darwin', fakeKeychain()],
  ['linux', fakeSecretTool()],
  ['win32', fakePowershell()],
] as const)(
  'on %s the key store keeps secrets over a start, and none stands on a command line',
  async (platform, system) => {
    const start = () => systemProtector({ platform, systemRoot: 'C:\\Windows', run: system.run })
    const sealed = await (await start())?.protect(secret)
    if (!sealed) throw new Error('no protector')
    expect(Buffer.from(await ((await start())?.unprotect(sealed) ?? Promise.reject())).equals(secret)).toBe(true)
    const all = system.lines.join('\n')
    expect(all).not.toContain(secret.toString('base64'))
    expect(all).not.toMatch(/[A-Za-z0-9+/]{43}=/)
  },
)

test('looking at the key store puts nothing there', async () => {
  const { run, lines } = fakeSecretTool()
  await systemProtector({ platform: 'linux', systemRoot: '', run })
  expect(lines).toEqual(['secret-tool lookup application Fairbook purpose secrets'])
})

test.each<[string, NodeJS.Platform, Answer | undefined]>([
  ['without the command', 'linux', undefined],
  ['without a Secret Service', 'linux', answer(1, '', 'secret-tool: Cannot autolaunch D-Bus without X11 $DISPLAY')],
  ['with a key store that fails', 'darwin', answer(36, '', 'User interaction is not allowed.')],
  ['on another system', 'freebsd', answer(0)],
])('%s there is no protector', async (_, platform, given) => {
  expect(await systemProtector({ platform, systemRoot: '', run: async () => given })).toBeUndefined()
})

test('a key store that keeps nothing, or a PowerShell that may not run, is an error and not a pretence', async () => {
  const forgetful = async (_: string, args: readonly string[]) => answer(args[0] === 'lookup' ? 1 : 0)
  const linux = await systemProtector({ platform: 'linux', systemRoot: '', run: forgetful })
  await expect(linux?.protect(secret)).rejects.toThrow('does not keep')
  const windows = await systemProtector({ platform: 'win32', systemRoot: 'C:\\Windows', run: async () => undefined })
  await expect(windows?.protect(secret)).rejects.toThrow('DPAPI')
})

test('a real command gets its input on standard input; none, or one that fails, is told', async () => {
  const echo = "process.stdin.on('data', (data) => process.stdout.write(String(data).toUpperCase()))"
  expect(await runCommand(process.execPath, ['-e', echo], 'secret')).toEqual(answer(0, 'SECRET'))
  expect(
    await runCommand(process.execPath, ['-e', 'process.stderr.write("no"); process.exit(7)'], 'x'.repeat(99_999)),
  ).toEqual(answer(7, '', 'no'))
  expect(await runCommand(join(await tempFolder(), 'nothing'), [], 'secret')).toBeUndefined()
})

test.runIf(process.platform === 'linux')('the whole way with a command on the search path', async () => {
  const folder = await tempFolder()
  const script = `#!/bin/sh
if [ "$1" = lookup ]; then [ -f "${folder}/kept" ] || exit 1; cat "${folder}/kept"; else cat > "${folder}/kept"; fi
`
  await writeFile(join(folder, 'secret-tool'), script)
  await chmod(join(folder, 'secret-tool'), 0o700)
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`)
  const sealed = await (await systemProtector())?.protect(secret)
  const opened = sealed && (await (await systemProtector())?.unprotect(sealed))
  vi.unstubAllEnvs()
  expect(opened && Buffer.from(opened).equals(secret)).toBe(true)
})
