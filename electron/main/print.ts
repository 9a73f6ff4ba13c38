import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow } from 'electron'

import { AppError } from '../../shared/app-error.ts'
import { lockedDown } from '../services/pdf/locked-down.ts'
import { makePrintFolder } from '../services/pdf/print-folder.ts'

/** In memory and shared with nothing: a printed page sees neither the window's storage nor its scheme. */
const PARTITION = 'print'

const hiddenWindow = (): BrowserWindow =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      partition: PARTITION,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      disableDialogs: true,
    },
  })

/** Lets the page itself be read and nothing else, from a disk or a network. */
const readOnly = (window: BrowserWindow, address: string): void => {
  window.webContents.session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: details.url !== address && !details.url.startsWith('data:') })
  })
}

/**
 * Prints self-contained HTML to PDF bytes in a hidden window without script. Page size and margins come from `@page`.
 * @throws AppError `pdfFailed`
 */
export const printInWindow = async (html: string): Promise<Uint8Array<ArrayBuffer>> => {
  const folder = await makePrintFolder()
  const window = hiddenWindow()
  try {
    const page = join(folder, 'report.html')
    await writeFile(page, lockedDown(html))
    const address = pathToFileURL(page).href
    readOnly(window, address)
    await window.loadURL(address)
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: false,
      generateTaggedPDF: true,
    })
    return new Uint8Array(pdf)
  } catch (error) {
    throw new AppError('pdfFailed', {}, error)
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
