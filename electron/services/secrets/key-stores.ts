import type { KeyStore } from './key-store.ts'
import type { Answer, RunCommand } from './run-command.ts'

const SERVICE = 'Fairbook'
const ACCOUNT = 'secrets'

const done = (answer: Answer | undefined, what: string): Answer => {
  if (answer?.code !== 0) throw new Error(`${what} failed: ${answer?.stderr.trim() ?? 'no answer'}`)
  return answer
}

/** `errSecItemNotFound`, as the command ends with it. */
const NO_ITEM = 44

/**
 * The login keychain of macOS, through its own command: see `man security`. The command takes a secret only as an
 * argument, or, with `-i`, whole commands from its standard input.
 */
export const keychain = (run: RunCommand): KeyStore => ({
  find: async () => {
    const answer = await run('/usr/bin/security', ['find-generic-password', '-s', SERVICE, '-a', ACCOUNT, '-w'])
    return answer?.code === NO_ITEM ? undefined : done(answer, 'security').stdout
  },
  put: async (text) => {
    const line = `add-generic-password -U -s ${SERVICE} -a ${ACCOUNT} -w ${text}\n`
    done(await run('/usr/bin/security', ['-i'], line), 'security')
  },
})

const attributes = ['application', SERVICE, 'purpose', ACCOUNT]

/** The Secret Service of a Linux desktop (GNOME Keyring, KWallet, KeePassXC), through libsecret's `secret-tool`. */
export const secretService = (run: RunCommand): KeyStore => ({
  find: async () => {
    const answer = await run('secret-tool', ['lookup', ...attributes])
    // It ends the same way without an item and without a service, but only the second says something.
    if (answer?.code === 1 && answer.stderr.trim() === '') return undefined
    return done(answer, 'secret-tool').stdout
  },
  put: async (text) => {
    done(await run('secret-tool', ['store', '--label', SERVICE, ...attributes], text), 'secret-tool')
  },
})
