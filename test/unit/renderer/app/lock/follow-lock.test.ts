import { expect, it } from 'vitest'

import { followLock } from '../../../../../renderer/app/lock/follow-lock.ts'
import { fakeDesktop } from '../../../../../renderer/desktop/fake.ts'
import { AppError } from '../../../../../shared/app-error.ts'

const opened = { bookId: 'b', deviceId: 'd', fresh: false, notices: [] }

const createHost = () => {
  const state = { locked: true, told: 0 }
  const desktop = followLock(
    fakeDesktop({
      'book.open': async () => {
        if (state.locked) throw new AppError('locked')
        return opened
      },
      'journal.push': async () => {
        if (state.locked) throw new AppError('locked')
        return {}
      },
      'lock.close': async () => {
        state.locked = true
        return {}
      },
      'backups.list': async () => {
        throw new AppError('diskFull')
      },
    }),
    () => {
      state.told += 1
    },
  )
  return { desktop, state }
}

const push = { bookId: 'b', records: [] }

it('tells the first call that hears of the lock, once', async () => {
  const { desktop, state } = createHost()
  state.locked = false
  await desktop.call('book.open', { known: [] })
  await desktop.call('journal.push', push)
  expect(state.told).toBe(0)
  state.locked = true
  await expect(desktop.call('journal.push', push)).rejects.toMatchObject({ code: 'locked' })
  await expect(desktop.call('journal.push', push)).rejects.toMatchObject({ code: 'locked' })
  expect(state.told).toBe(1)
})

it('tells when this window closes the book', async () => {
  const { desktop, state } = createHost()
  state.locked = false
  await desktop.call('book.open', { known: [] })
  await desktop.call('lock.close', {})
  expect(state.told).toBe(1)
})

it('does not tell before the book was open, nor of other failures', async () => {
  const { desktop, state } = createHost()
  await expect(desktop.call('book.open', { known: [] })).rejects.toMatchObject({ code: 'locked' })
  state.locked = false
  await desktop.call('book.open', { known: [] })
  await expect(desktop.call('backups.list', {})).rejects.toMatchObject({ code: 'diskFull' })
  expect(state.told).toBe(0)
})
