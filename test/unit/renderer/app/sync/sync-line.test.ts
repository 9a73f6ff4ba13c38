import { describe, expect, it } from 'vitest'

import { syncLine, wholeLine } from '../../../../../renderer/app/sync/sync-line.ts'
import { createI18n } from '../../../../../renderer/i18n/index.ts'
import { messages as en } from '../../../../../renderer/i18n/messages/en/index.ts'
import { messages as fa } from '../../../../../renderer/i18n/messages/fa/index.ts'
import type { SyncStatus } from '../../../../../renderer/replication/index.ts'
import { AppError } from '../../../../../shared/app-error.ts'

const NOW = 1_700_000_000_000
const english = createI18n('en', en)

const said = (status: Partial<SyncStatus>, isPaused = false, i18n = english): string | undefined => {
  const line = syncLine(i18n, { state: 'upToDate', waiting: 0, ...status }, isPaused, NOW)
  return line && wholeLine(line)
}

describe('the line about sync', () => {
  it('is none while the book does not sync', () => {
    expect(said({ state: 'off' })).toBeUndefined()
    expect(said({ state: 'off' }, true)).toBeUndefined()
  })

  it('tells what waits, with the age of the oldest in one unit', () => {
    const after = (seconds: number) => said({ waiting: 3, oldestAt: NOW - seconds * 1_000 })
    expect([0, 59, 60, 3_599, 7_300, 200_000].map(after)).toEqual([
      '3 to sync, oldest 0 secs',
      '3 to sync, oldest 59 secs',
      '3 to sync, oldest 1 min',
      '3 to sync, oldest 59 mins',
      '3 to sync, oldest 2 hrs',
      '3 to sync, oldest 2 days',
    ])
    expect(said({ state: 'offline', waiting: 1, oldestAt: NOW - 5_000 })).toBe('Offline · 1 to sync, oldest 5 secs')
  })

  it('tells how far an exchange is', () => {
    expect(said({ state: 'syncing' })).toBe('Syncing')
    expect(said({ state: 'syncing', progress: { direction: 'in', done: 1_200 } })).toBe('Syncing, 1,200 records')
    expect(said({ state: 'syncing', progress: { direction: 'out', done: 30, total: 120 } })).toBe('Syncing, 25%')
  })

  it('says in a few words what is the matter', () => {
    expect(said({ state: 'failed', error: new AppError('syncLogin', { place: 'p' }) })).toBe('Sync: login refused')
    expect(said({ state: 'failed', error: new AppError('internal') })).toBe('Sync stopped')
    expect(said({ state: 'asks' })).toBe('Sync asks you something')
    expect(said({ state: 'needs', needs: 'password' })).toBe('Sync needs the password')
    expect(said({ state: 'needs', needs: 'key' })).toBe('Sync needs the passphrase')
    expect(said({ notice: new AppError('syncClock', { minutes: 7 }) })).toBe('Up to date; a clock is wrong')
    expect(said({ state: 'failed' }, true)).toBe('Sync paused')
  })

  it('counts in the digits of the language', () => {
    expect(said({ waiting: 12, oldestAt: NOW - 90_000 }, false, createI18n('fa', fa))).toMatch(/۱۲.*۱/)
  })
})
