import { expect, test } from 'vitest'

import { hostHandlers } from '../../../electron/services/host-handlers.ts'
import { AppError } from '../../../shared/app-error.ts'
import { dispatch } from '../../../shared/desktop-dispatch.ts'
import { bookHandlers } from '../../support/book-handlers.ts'

const run = async (name: string, input: unknown, some: Parameters<typeof bookHandlers>[0] = {}) => {
  const log: string[] = []
  const handlers = hostHandlers(bookHandlers(some), {
    info: { host: 'fake', platform: 'test', version: '1', dataFolder: '/' },
    setLanguage: () => undefined,
    print: async () => new Uint8Array(),
    openExternal: async () => undefined,
    openFolder: async () => undefined,
  })
  return { envelope: await dispatch(handlers, name, input, (line) => log.push(line)), log }
}

test('an input that does not parse names what is wrong and not what was in it', async () => {
  const { envelope } = await run('journal.pull', { bookId: 'b', after: null, limit: 'Rūta Kazlauskienė' })
  expect(envelope).toMatchObject({ ok: false, error: { code: 'invalidInput' } })
  expect(JSON.stringify(envelope)).toContain('limit')
  expect(JSON.stringify(envelope)).not.toContain('Rūta')
})

test('a name that is no call is refused, also one that every object has', async () => {
  for (const name of ['book.close', 'toString', '__proto__', ''])
    expect((await run(name, {})).envelope).toMatchObject({ ok: false, error: { code: 'invalidInput' } })
})

test('an answer that breaks the contract is an error, not a value', async () => {
  const wrong = { 'backups.list': async () => JSON.parse('{"backups":[{"name":"../x.fairbook"}]}') }
  const { envelope, log } = await run('backups.list', {}, wrong)
  expect(envelope).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(log[0]).toContain('backups.0.name')
})

test('an expected error is not logged and tells its causes; a fault is logged with its stack', async () => {
  const cause = new Error('ENOSPC: no space left on device')
  const full = await run(
    'backups.list',
    {},
    { 'backups.list': async () => Promise.reject(new AppError('diskFull', {}, cause)) },
  )
  expect(full.envelope).toMatchObject({
    ok: false,
    error: { code: 'diskFull', detail: expect.stringContaining('ENOSPC') },
  })
  expect(full.log).toEqual([])
  const fault = await run('backups.list', {}, { 'backups.list': async () => Promise.reject(new TypeError('fault')) })
  expect(fault.envelope).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(fault.log[0]).toMatch(/backups\.list: TypeError: fault\n\s+at /)
})

test('an input nested so deep that it can not be parsed is an error too, not a rejection', async () => {
  let value: unknown = 1
  for (let depth = 0; depth < 50_000; depth += 1) value = [value]
  const records = [{ table: 'customers', id: 'c', values: { a: value }, stamp: '1' }]
  const { envelope } = await run('journal.push', { bookId: 'b', records })
  expect(envelope).toMatchObject({ ok: false, error: { code: 'internal' } })
})
