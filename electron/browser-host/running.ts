import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { type Door, originOf } from './guard.ts'

/** Beside the book, readable by its owner only, while a host runs: how a second start finds the first. */
const FILE = 'host.json'
const doorSchema = z.object({ port: z.int(), secret: z.string() })

export const announce = async (dataFolder: string, door: Door): Promise<() => Promise<void>> => {
  const file = join(dataFolder, FILE)
  // Removed first: the mode is only given to a file that is made.
  await rm(file, { force: true })
  await writeFile(file, JSON.stringify(door), { mode: 0o600 })
  return () => rm(file, { force: true })
}

const ask = async (url: string, init: RequestInit): Promise<string | undefined> => {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(3000) })
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}

/**
 * Who holds the port: `opened` when it is Fairbook on this data folder, which has opened a window for us; `otherBook`
 * when it is Fairbook on another folder; `stranger` when it is another program.
 */
export const askRunning = async (dataFolder: string, port: number): Promise<'opened' | 'otherBook' | 'stranger'> => {
  const origin = originOf({ port })
  if ((await ask(`${origin}/hello`, {})) !== 'fairbook') return 'stranger'
  const held = await readFile(join(dataFolder, FILE), 'utf8')
    .then((json) => doorSchema.safeParse(JSON.parse(json)).data)
    .catch(() => undefined)
  if (held?.port !== port) return 'otherBook'
  const opened = await ask(`${origin}/open`, { method: 'POST', headers: { authorization: `Bearer ${held.secret}` } })
  return opened === 'opened' ? 'opened' : 'otherBook'
}
