import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { AppError, type ErrorCode } from '../../../../shared/app-error.ts'
import { type Aside, merge, type RecordState } from '../../../../shared/change/index.ts'
import type { DesktopHandlers, DesktopOutput } from '../../../../shared/desktop-api.ts'

type State = DesktopOutput<'sync.state'>

/** A place in memory where several books meet, in the order in which records were last changed there. */
export const sharedPlace = () => {
  const records = new Map<string, { state: RecordState; seq: number }>()
  const told = { pushes: 0, pulls: 0, fromStart: 0, forgets: 0, sent: [] as string[] }
  /** What the place does wrong. */
  const faults = { failing: undefined as ErrorCode | undefined, poison: [] as Aside[], refuses: new Set<string>() }
  const config: State = {
    place: { kind: 'folder', path: '/nas' },
    sealed: true,
    target: 'place-1',
    needs: 'nothing',
    keptBy: 'nobody',
  }
  let seq = 0

  const put = (state: RecordState): void => {
    const key = `${state.table}/${state.id}`
    const held = records.get(key)?.state
    seq += 1
    records.set(key, { state: structuredClone(held ? merge(held, state) : state), seq })
  }

  const failIfTold = (): void => {
    if (faults.failing) throw new AppError(faults.failing)
  }

  const handlers: Partial<DesktopHandlers> = {
    'host.info': async () => ({ host: 'fake', platform: 'test', version: '1', dataFolder: '/' }),
    'sync.state': async () => config,
    'sync.inspect': async () => ({ records: records.size, readableOnTheWay: false, writable: true }),
    'sync.push': async ({ records: pushed }) => {
      told.pushes += 1
      failIfTold()
      const aside: Aside[] = []
      for (const state of pushed) {
        const key = `${state.table}/${state.id}`
        if (faults.refuses.has(key)) aside.push({ key, reason: 'tooLarge' })
        else {
          told.sent.push(key)
          put(state)
        }
      }
      return aside.length > 0 ? { aside } : {}
    },
    'sync.pull': async ({ after, limit }) => {
      told.pulls += 1
      if (after === null) told.fromStart += 1
      failIfTold()
      const from = Number(after ?? 0)
      const newer = [...records.values()].filter((one) => one.seq > from).sort((a, b) => a.seq - b.seq)
      const page = newer.slice(0, limit)
      return {
        records: page.map(({ state }) => state),
        cursor: String(page.at(-1)?.seq ?? Math.max(from, seq)),
        more: newer.length > page.length,
        ...(after === null && faults.poison.length > 0 && { aside: faults.poison }),
      }
    },
    'sync.intake': async () => ({ items: [] }),
    'sync.forget': async () => {
      told.forgets += 1
      return {}
    },
    'journal.forget': async () => ({}),
    'attachments.delete': async () => ({}),
  }

  return {
    /** Another computer's way to the place. */
    desktop: (more: Partial<DesktopHandlers> = {}) => fakeDesktop({ ...handlers, ...more }),
    records,
    put,
    told,
    faults,
    config,
  }
}
