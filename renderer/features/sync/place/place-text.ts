import type { SyncPlace } from '../../../../shared/sync/index.ts'

/** A place as it is written down: an address or a path, '' for files that are carried. */
export const placeText = (place: SyncPlace): string => {
  switch (place.kind) {
    case 'couchdb':
      return `${place.url}/${place.database}`
    case 'folder':
      return place.path
    case 'file':
      return ''
  }
}
