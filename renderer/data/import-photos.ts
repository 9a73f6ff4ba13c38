import { type Desktop, MAX_ATTACHMENT } from '../../shared/desktop-api.ts'
import type { Book } from './book.ts'

/** A picture that an import found, and the customer it is of. */
type PhotoOf = { customerId: string; name: string; type: string; bytes: Uint8Array }

/**
 * Keeps pictures as files of their customers, as part of an import. A customer that has the same picture already does
 * not get it twice, so an import that goes on may bring them again. Those too large are left out.
 * @returns how many were added
 * @throws AppError
 */
export const storePhotos = async (
  desktop: Desktop,
  book: Book,
  importId: string,
  photos: readonly PhotoOf[],
): Promise<number> => {
  let added = 0
  for (const { customerId, name, type, bytes } of photos) {
    if (bytes.length === 0 || bytes.length > MAX_ATTACHMENT) continue
    const { sha256, size } = await desktop.call('attachments.put', { bytes: new Uint8Array(bytes) })
    const held = await book.db.attachments.where('customerId').equals(customerId).toArray()
    if (held.some((file) => file.sha256 === sha256 && file.deletedAt === undefined)) continue
    await book.write(
      { key: 'imported' },
      (draft) => void draft.create('attachments', { customerId, name, mime: type, size, sha256, importId }),
      { writeId: importId, silent: true },
    )
    added += 1
  }
  return added
}
