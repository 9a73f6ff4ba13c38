import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import { createReadModelService } from '../../../../renderer/read-model/service.ts'
import { initialPipeline } from '../../../../shared/domain/index.ts'
import {
  aggregateQuery,
  definitions,
  filterQuery,
  linkedBook,
  relatedNode,
  type Step,
  selectQuery,
  step,
  TODAY,
} from './arbitrary.ts'
import { createMemorySource, type MemorySource } from './memory-source.ts'
import { createOracle } from './oracle.ts'

beforeAll(() => {
  process.env['TZ'] = 'UTC'
})

const now = () => new Date(`${TODAY}T12:00:00Z`)
const options = { locale: 'en', now }

const run = (source: MemorySource, steps: readonly Step[]) => {
  for (const one of steps)
    if ('remove' in one) source.remove(one.table, one.remove)
    else source.put(one.table, one.row)
}

const book = fc.array(step, { minLength: 0, maxLength: 60 })
const edits = fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 4 })
const questions = fc.array(fc.oneof(selectQuery, aggregateQuery), { minLength: 1, maxLength: 6 })
type Service = ReturnType<typeof createReadModelService>
type Question = typeof questions extends fc.Arbitrary<(infer Q)[]> ? Q : never

const compare = async (service: Service, source: MemorySource, asked: readonly Question[]) => {
  const oracle = createOracle(source, TODAY)
  for (const query of asked) {
    if ('sort' in query) expect(await service.select(query), JSON.stringify(query)).toEqual(oracle.select(query))
    else expect(await service.aggregate(query), JSON.stringify(query)).toEqual(oracle.aggregate(query))
  }
}

describe('the read model answers as plain reading of all rows does', { timeout: 120_000 }, () => {
  const runs = { numRuns: Number(process.env['RUNS'] ?? 300) }

  it('after it was built, and after edits one by one', async () => {
    await fc.assert(
      fc.asyncProperty(book, edits, questions, async (rows, batches, asked) => {
        const source = createMemorySource()
        source.put('pipelines', { ...initialPipeline, stamp: '' })
        run(source, rows)
        const service = createReadModelService(source, options)
        await compare(service, source, asked)
        for (const batch of batches) {
          run(source, batch)
          await compare(service, source, asked)
        }
      }),
      runs,
    )
  })

  it('after it was saved, loaded, and followed on', async () => {
    await fc.assert(
      fc.asyncProperty(book, edits, questions, async (rows, batches, asked) => {
        const source = createMemorySource()
        source.put('pipelines', { ...initialPipeline, stamp: '' })
        run(source, rows)
        await createReadModelService(source, options).save()
        for (const batch of batches) {
          const loaded = createReadModelService(source, options)
          await compare(loaded, source, asked)
          run(source, batch)
          await compare(loaded, source, asked)
          await loaded.save()
          run(source, batch.slice(0, 1))
        }
        await compare(createReadModelService(source, options), source, asked)
      }),
      runs,
    )
  })

  it('also about what is linked, where much is', async () => {
    await fc.assert(
      fc.asyncProperty(linkedBook, fc.array(relatedNode, { minLength: 5, maxLength: 20 }), async (rows, nodes) => {
        const source = createMemorySource()
        source.put('settings', { id: 'book', currency: 'EUR', stamp: '' })
        for (const own of definitions) source.put('customFields', { ...own, stamp: '' })
        run(source, rows)
        const service = createReadModelService(source, options)
        const sort = { column: 'name', descending: false }
        const asked = nodes.map((node) => ({ noun: 'customers' as const, filter: [node], sort, offset: 0, limit: 50 }))
        await compare(service, source, asked)
      }),
      runs,
    )
  })

  it('and tells of each part of a filter whether a record fits it', async () => {
    await fc.assert(
      fc.asyncProperty(book, filterQuery, async (rows, { noun, filter }) => {
        const source = createMemorySource()
        run(source, rows)
        const service = createReadModelService(source, options)
        const oracle = createOracle(source, TODAY)
        for (const row of source.rowsOf(noun).filter((one) => one['erasedAt'] === undefined)) {
          const verdicts = await service.explain(noun, row.id, filter)
          expect(verdicts.map(({ fits }) => fits)).toEqual(filter.map((node) => oracle.fits(noun, [node], row)))
          expect(verdicts.every(({ fits }) => fits)).toBe(oracle.fits(noun, filter, row))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('for the values of every column', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (rows) => {
        const source = createMemorySource()
        run(source, rows)
        const service = createReadModelService(source, options)
        const oracle = createOracle(source, TODAY)
        const columns = oracle.catalog
          .columns('customers')
          .filter(({ type }) => !['longText', 'addresses', 'data'].includes(type))
        const alive = source.rowsOf('customers').filter((row) => row['erasedAt'] === undefined)
        const values = await service.values(
          'customers',
          alive.map(({ id }) => id),
          columns.map(({ key }) => key),
        )
        for (const [index, row] of alive.entries())
          for (const [place, { key, type }] of columns.entries()) {
            const cells = oracle.value('customers', key, row)
            const told = type === 'instant' ? cells.map((cell) => new Date(cell).toISOString()) : cells
            expect(values[index]?.[place], key).toEqual(
              told.length === 0 ? null : typeof told[0] === 'number' ? told[0] : told.join(', '),
            )
          }
      }),
      { numRuns: 100 },
    )
  })
})
