import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** One file of the built window, ready to be served. */
export type WindowFile = { bytes: Uint8Array<ArrayBuffer>; type: string; cache: string }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** Vite names what it bundles by content, so an address in this folder never changes its meaning. */
const HASHED = '/assets/'

const decoded = (pathname: string): string | undefined => {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

const readInside = async (folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    const root = await realpath(folder)
    const real = await realpath(join(root, path))
    if (!real.startsWith(root + sep) || !(await stat(real)).isFile()) return undefined
    return new Uint8Array(await readFile(real))
  } catch {
    return undefined
  }
}

/**
 * The file that `pathname` of a URL names inside `folder`, or undefined. Nothing outside the folder can be named: not by
 * dots, encoded or not, not by a backslash, a NUL or a link that leads out. An address without a file ending is a page
 * of the window's router, so it gets the window itself.
 */
export const windowFile = async (folder: string, pathname: string): Promise<WindowFile | undefined> => {
  const path = decoded(pathname)
  if (path === undefined || !path.startsWith('/') || /[\\\0:]/.test(path)) return undefined
  if (path.split('/').some((part) => part === '..' || part === '.')) return undefined
  const file = extname(path) === '' ? '/index.html' : path
  const bytes = await readInside(folder, file)
  if (!bytes) return undefined
  return {
    bytes,
    type: types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    cache: file.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
}
