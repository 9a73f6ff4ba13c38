import { once } from 'node:events'
import { parseArgs } from 'node:util'
import express from 'express'
import handle from 'express-pouchdb'
import PouchDB from 'pouchdb'
import { z } from 'zod'

/**
 * A program: CouchDB's protocol over PouchDB (express-pouchdb) on a free port, its files in `--folder`, which who
 * starts it names and removes. With `--admin name:password` logins count; without, whoever comes is an administrator.
 * It prints its address when it listens and ends with who started it.
 */
const { values } = parseArgs({ options: { folder: { type: 'string' }, admin: { type: 'string' } } })
const { folder, admin } = z.object({ folder: z.string(), admin: z.string().optional() }).parse(values)

process.chdir(folder)
const handler = handle(PouchDB.defaults({ prefix: `${folder}/` }), {
  configPath: `${folder}/config.json`,
  logPath: `${folder}/log.txt`,
  overrideMode: { exclude: ['routes/fauxton'] },
})
const [, name, password] = /^([^:]+):(.+)$/.exec(admin ?? '') ?? []
if (name !== undefined && password !== undefined)
  await new Promise<void>((resolve) => handler.couchConfig.set('admins', name, password, resolve))

const app = express()
app.use(handler)
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = z.object({ port: z.number() }).parse(server.address())
process.stdout.write(`listening at http://127.0.0.1:${port}\n`)

process.stdin.resume()
process.stdin.once('end', () => process.exit(0))
