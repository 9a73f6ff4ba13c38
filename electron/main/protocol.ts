import { type Protocol, protocol } from 'electron'

import { windowFile } from '../services/window/files.ts'
import { securityHeaders } from '../services/window/policy.ts'
import { isOurs, SCHEME } from './origin.ts'

/** Must run before the app is ready. `standard` gives the window an origin and so storage, `secure` what needs TLS. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const nothing = (status: number) => new Response(null, { status, headers: securityHeaders })

/** Serves the built window from `folder`, and nothing outside it. */
export const serveWindow = (to: Pick<Protocol, 'handle'>, folder: string): void => {
  to.handle(SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOurs(request.url)) return nothing(403)
    const file = await windowFile(folder, new URL(request.url).pathname)
    if (!file) return nothing(404)
    return new Response(file.bytes, {
      headers: { ...securityHeaders, 'content-type': file.type, 'cache-control': file.cache },
    })
  })
}
