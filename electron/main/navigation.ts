import type { App, WebContents } from 'electron'

import { isOurs } from './origin.ts'

/** A page of ours never leaves: the router changes the address without a navigation, a reload stays where it is. */
const guard = (contents: WebContents): void => {
  contents.on('will-navigate', (details) => {
    if (!isOurs(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOurs(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // What is to be opened outside goes through the `shell.open` call, which checks it.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Guards every web contents that is ever made, whoever makes it. */
export const guardNavigation = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}
