import { AppError } from '../../../../shared/app-error.ts'
import { MAX_ATTACHMENT } from '../../../../shared/desktop-api.ts'
import type { Attachment } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { download, useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'

const blobOf = (bytes: Uint8Array, { mime }: Attachment): Blob =>
  new Blob([new Uint8Array(bytes)], { type: mime || 'application/octet-stream' })

/** Attaches files to a customer, gives them back, and takes them away; errors are told. */
export const useFiles = (customerId: string) => {
  const book = useBook()
  const desktop = useDesktop()
  const tellError = useTellError()

  const attach = async (file: File): Promise<void> => {
    if (file.size > MAX_ATTACHMENT) throw new AppError('attachmentTooLarge', { name: file.name })
    const { sha256, size } = await desktop.call('attachments.put', { bytes: new Uint8Array(await file.arrayBuffer()) })
    await book.write({ key: 'attachmentAdded', params: { name: file.name } }, (draft) => {
      draft.create('attachments', { customerId, name: file.name, size, sha256, ...(file.type && { mime: file.type }) })
    })
  }
  return {
    attachAll: async (files: readonly File[]): Promise<void> => {
      for (const file of files) await attach(file).catch(tellError)
    },
    open: (file: Attachment): void =>
      void desktop
        .call('attachments.get', { sha256: file.sha256 })
        .then(({ bytes }) => download(file.name, blobOf(bytes, file)))
        .catch(tellError),
    remove: (file: Attachment): void =>
      void book
        .write({ key: 'attachmentDeleted', params: { name: file.name } }, (draft) =>
          draft.remove('attachments', file.id),
        )
        .catch(tellError),
  }
}
