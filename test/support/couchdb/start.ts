import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type CouchServer = { url: string; stop: () => Promise<void> }

const program = join(import.meta.dirname, 'server.ts')

/** Starts a server that speaks CouchDB's protocol as a process of its own, with nothing in it. */
export const startCouch = async ({ admin }: { admin?: string } = {}): Promise<CouchServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'fairbook-couch-'))
  const args = ['--import', 'tsx', program, '--folder', folder, ...(admin === undefined ? [] : ['--admin', admin])]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: string) => {
      output += chunk
      const found = /listening at (\S+)\n/.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('close', (code) => reject(new Error(`the server ended with ${code}: ${output}`)))
  })
  return {
    url,
    stop: async () => {
      child.stdin.end()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
