import { describe, expect, it } from 'vitest'

import { createClient } from '../../../../renderer/read-model/client.ts'
import { answer, type Notice, type Reply } from '../../../../renderer/read-model/rpc.ts'
import { createReadModelService } from '../../../../renderer/read-model/service.ts'
import { createMemorySource } from './memory-source.ts'

/** A client and a service that talk as over a worker's port, by copies. */
const connected = () => {
  const source = createMemorySource()
  const service = createReadModelService(source, { locale: 'en' })
  let hear: (message: Reply | Notice) => void = () => undefined
  let fail: (reason: string) => void = () => undefined
  service.subscribe(() => hear({ changed: true }))
  const client = createClient(
    {
      postMessage: (message) => {
        if ('method' in message)
          void answer(service, structuredClone(message)).then((reply) => hear(structuredClone(reply)))
      },
      onMessage: (listener) => {
        hear = listener
      },
      onError: (listener) => {
        fail = listener
      },
      terminate: () => undefined,
    },
    { dbName: 'book', locale: 'en' },
  )
  return { source, client, fail: (reason: string) => fail(reason) }
}

describe('the client of the read model', () => {
  it('gives each question its own answer, and hears of changes', async () => {
    const { source, client } = connected()
    let told = 0
    client.subscribe(() => {
      told += 1
    })
    source.put('customers', { id: 'c1', stamp: '', kind: 'person', givenName: 'Ada', status: 'lead' })
    const [page, hits, groups] = await Promise.all([
      client.select({ noun: 'customers', offset: 0, limit: 5 }),
      client.search('ada', 5),
      client.aggregate({ noun: 'customers', groupBy: [{ column: 'status' }], measures: [{ kind: 'count' }] }),
    ])
    expect(page).toEqual({ ids: ['c1'], count: 1 })
    expect(hits).toEqual([{ noun: 'customers', id: 'c1' }])
    expect(groups).toEqual([{ keys: ['lead'], values: [1] }])
    source.put('customers', { id: 'c2', stamp: '', kind: 'person', givenName: 'Bea', status: 'lead' })
    expect(await client.values('customers', ['c2', 'none'], ['name'])).toEqual([['Bea'], [null]])
    expect(told).toBe(1)
  })

  it('fails what is under way when the source or the worker breaks', async () => {
    const { source, client, fail } = connected()
    source.lastSeq = () => Promise.reject(new TypeError('no database'))
    await expect(client.search('x', 1)).rejects.toThrow('TypeError: no database')
    source.lastSeq = () => new Promise(() => undefined)
    const hanging = client.search('x', 1)
    fail('broken')
    await expect(hanging).rejects.toThrow('broken')
  })
})
