import type { Session } from 'electron'

import { isOurs } from './origin.ts'

/**
 * What the window may have: the camera (business cards, codes), notifications, and storage that the browser doesn't
 * clear by itself. Chromium asks twice, before and at use: both handlers decide alike. Never the microphone.
 */
export const restrictPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const ours = details.isMainFrame && isOurs(details.requestingUrl)
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const camera = permission === 'media' && media.length > 0 && media.every((type) => type === 'video')
    callback(ours && (camera || permission === 'notifications' || permission === 'persistent-storage'))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const ours = details.isMainFrame && isOurs(requestingOrigin)
    const camera = permission === 'media' && details.mediaType === 'video'
    return ours && (camera || permission === 'notifications' || permission === 'persistent-storage')
  })
  session.setDevicePermissionHandler(() => false)
}
