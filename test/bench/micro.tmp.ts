import { inBrowser } from './browser.ts'
import { startHost } from './host.ts'
const folder = '/tmp/bench/p'
const builds = { window: folder + '/b/window', host: folder + '/b/host', page: folder + '/b/page' }
const host = await startHost(builds, 'page', folder + '/data2000', 47671)
try {
  await inBrowser(folder + '/profile2000', host.address, async (page) => {
    await page.addInitScript({ content: 'globalThis.__name=(f)=>f' })
    await page.goto(`http://127.0.0.1:47671/?task=none`)
    const out = await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map((d) => d.name!)
      const name = names.find((n) => n.startsWith('fairbook-'))!
      const done = (r: any): Promise<any> => new Promise((ok, no) => { r.onsuccess = () => ok(r.result); r.onerror = () => no(r.error) })
      const db: IDBDatabase = await done(indexedDB.open(name))
      const all = [...db.objectStoreNames].filter((n) => !['blobs', 'foreign', 'meta'].includes(n))
      const rows: any[] = await done(db.transaction('customers').objectStore('customers').getAll(null, 400))
      const end = (t: IDBTransaction) => new Promise<void>((ok, no) => { t.oncomplete = () => ok(); t.onabort = () => no(t.error) })
      const hist = (row: any, i: number) => ({ id: crypto.randomUUID(), recordTable: 'customers', recordId: row.id, writeId: 'w' + i, what: 'customerChanged', changes: [{ path: 'role', before: 'x', after: 'y', replaced: 'aaaaa' }], createdAt: new Date().toISOString(), stamp: 'abc' })
      const ways: Record<string, (row: any, i: number) => Promise<void>> = {
        put: async (row, i) => { const t = db.transaction('customers', 'readwrite', { durability: 'strict' }); t.objectStore('customers').put({ ...row, role: 'r' + i }); await end(t) },
        putCommit: async (row, i) => { const t = db.transaction('customers', 'readwrite', { durability: 'strict' }); t.objectStore('customers').put({ ...row, role: 'r' + i }); t.commit(); await end(t) },
        put12: async (row, i) => { const t = db.transaction(all, 'readwrite', { durability: 'strict' }); t.objectStore('customers').put({ ...row, role: 'r' + i }); await end(t) },
        getPut: async (row, i) => { const t = db.transaction('customers', 'readwrite', { durability: 'strict' }); const s = t.objectStore('customers'); const old = await done(s.get(row.id)); s.put({ ...old, role: 'r' + i }); await end(t) },
        threePuts: async (row, i) => { const t = db.transaction(['customers', 'history', 'changes'], 'readwrite', { durability: 'strict' }); t.objectStore('customers').put({ ...row, role: 'r' + i }); t.objectStore('history').add(hist(row, i)); t.objectStore('changes').add({ table: 'customers', id: row.id }); t.objectStore('changes').add({ table: 'history', id: 'x' }); await end(t) },
        full3: async (row, i) => { const t = db.transaction(['customers', 'history', 'changes'], 'readwrite', { durability: 'strict' }); const old = await done(t.objectStore('customers').get(row.id)); t.objectStore('customers').put({ ...old, role: 'r' + i }); t.objectStore('history').add(hist(row, i)); t.objectStore('changes').add({ table: 'customers', id: row.id }); t.objectStore('changes').add({ table: 'history', id: 'x' }); await end(t) },
        full3Commit: async (row, i) => { const t = db.transaction(['customers', 'history', 'changes'], 'readwrite', { durability: 'strict' }); const old = await done(t.objectStore('customers').get(row.id)); t.objectStore('customers').put({ ...old, role: 'r' + i }); t.objectStore('history').add(hist(row, i)); t.objectStore('changes').add({ table: 'customers', id: row.id }); t.objectStore('changes').add({ table: 'history', id: 'x' }); t.commit(); await end(t) },
        full12: async (row, i) => { const t = db.transaction(all, 'readwrite', { durability: 'strict' }); const old = await done(t.objectStore('customers').get(row.id)); t.objectStore('customers').put({ ...old, role: 'r' + i }); t.objectStore('history').add(hist(row, i)); t.objectStore('changes').add({ table: 'customers', id: row.id }); t.objectStore('changes').add({ table: 'history', id: 'x' }); await end(t) },
        serial12: async (row, i) => { const t = db.transaction(all, 'readwrite', { durability: 'strict' }); const e = end(t); const old = await done(t.objectStore('customers').get(row.id)); await done(t.objectStore('customers').put({ ...old, role: 'r' + i })); await done(t.objectStore('history').add(hist(row, i))); t.objectStore('changes').add({ table: 'customers', id: row.id }); await done(t.objectStore('changes').add({ table: 'history', id: 'x' })); await e },
      }
      const times: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map((k) => [k, []]))
      for (let i = 0; i < 120; i += 1) for (const [k, way] of Object.entries(ways)) { const f = performance.now(); await way(rows[(i * 3) % rows.length], i); if (i > 10) times[k]!.push(performance.now() - f) }
      return Object.fromEntries(Object.entries(times).map(([k, v]) => { v.sort((a, b) => a - b); return [k, `p10 ${v[v.length / 10 | 0]!.toFixed(2)} p50 ${v[v.length >> 1]!.toFixed(2)}`] }))
    })
    console.log(out)
  })
} finally { await host.stop() }
