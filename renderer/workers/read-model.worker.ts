import { changesChannel } from '../data/book.ts'
import { createDatabase } from '../data/database.ts'
import { localDayBounds, today } from '../read-model/calendar.ts'
import { answer, type Request, type Start } from '../read-model/rpc.ts'
import { createReadModelService, type ReadModelService } from '../read-model/service.ts'
import { createDatabaseSource } from '../read-model/source.ts'

/** Quiet for this long after a change, the columns are saved. */
const SAVE_AFTER_MS = 5_000
/** While changes keep coming, they are saved this often. */
const SAVE_AT_LEAST_MS = 120_000

/** After the first list is on the screen, the rest is loaded. */
const WARM_AFTER_MS = 300

const start = ({ dbName, rowKey, locale }: Start): ReadModelService => {
  const service = createReadModelService(createDatabaseSource(createDatabase(dbName, 'relaxed', rowKey)), { locale })
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsavedSince: number | undefined

  /** Of several windows on one book, one saves. */
  let mayOverwrite = false
  void navigator.locks.request(`fairbook-read-model:${dbName}`, () => {
    mayOverwrite = true
    return new Promise<never>(() => undefined)
  })
  const save = async () => {
    unsavedSince = undefined
    if (mayOverwrite) await service.save().catch(() => undefined)
  }
  const saveSoon = () => {
    const now = Date.now()
    unsavedSince ??= now
    clearTimeout(timer)
    timer = setTimeout(() => void save(), Math.max(0, Math.min(SAVE_AFTER_MS, unsavedSince + SAVE_AT_LEAST_MS - now)))
  }
  service.subscribe(() => {
    postMessage({ changed: true })
    saveSoon()
  })
  new BroadcastChannel(changesChannel(dbName)).addEventListener('message', () => {
    void service.refresh().catch(() => undefined)
  })
  const watchMidnight = () => {
    const [, end] = localDayBounds(today(new Date()))
    setTimeout(
      () => {
        service.turnDay()
        watchMidnight()
      },
      end + 1 - Date.now(),
    )
  }
  watchMidnight()
  saveSoon()
  setTimeout(() => void service.warm().catch(() => undefined), WARM_AFTER_MS)
  return { ...service, save }
}

let service: ReadModelService | undefined

addEventListener('message', ({ data }: MessageEvent<Start | Request>) => {
  if ('dbName' in data) {
    service = start(data)
    return
  }
  if (service !== undefined) void answer(service, data).then((reply) => postMessage(reply))
})
