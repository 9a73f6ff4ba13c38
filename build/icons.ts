import { readFileSync, writeFileSync } from 'node:fs'

import { chromium } from '@playwright/test'

import { sandboxArguments } from '../electron/services/browser/arguments.ts'
import { ensureBrowser } from './browser.ts'
import { inRoot, say } from './run.ts'

/**
 * Draws `build/icons/icon.svg` as the pictures that packages carry: electron-builder makes `.ico` and `.icns` from the
 * largest, Linux takes the sizes as they are. Run by hand when the drawing changes: `npx tsx build/icons.ts`.
 */
const SIZES = [1024, 512, 256, 128, 64, 48, 32, 16]

const executablePath = await ensureBrowser()
if (!executablePath) process.exit(1)
const svg = readFileSync(inRoot('build/icons/icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath, args: sandboxArguments() })
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="${picture}">`,
  )
  await page.evaluate('document.images[0].decode()')
  const name = size === 1024 ? 'icon.png' : `${size}x${size}.png`
  writeFileSync(inRoot(`build/icons/${name}`), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
say(`${SIZES.length} icons drawn`)
