import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    /** Small and short: to see that the bench runs. */
    quick: { type: 'boolean', default: false },
    /** Writes the table into README.md. */
    readme: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    runs: { type: 'string' },
    starts: { type: 'string' },
    /** Which parts to run, of: contest, window, locked, import, bundle, matching, files, sync. */
    parts: { type: 'string', default: 'contest,window,locked,import,bundle,matching,files,sync' },
    port: { type: 'string', default: '47630' },
  },
})

const { quick } = values

/** What this run measures, from the command line. */
export const settings = {
  quick,
  readme: values.readme,
  sizes: (values.sizes ?? (quick ? '2000' : '10000,100000')).split(',').map(Number),
  runs: Number(values.runs ?? (quick ? 10 : 40)),
  starts: Number(values.starts ?? (quick ? 2 : 5)),
  parts: new Set(values.parts.split(',')),
  /** The page's own server has this one, the host the next. */
  port: Number(values.port),
  importRows: quick ? 3_000 : 50_000,
}

export const say = (text: string): void => {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
}
