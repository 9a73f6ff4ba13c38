import { AppError } from '../../../../shared/app-error.ts'
import { MAX_ATTACHMENT } from '../../../../shared/desktop-api.ts'
import type { Attachment } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'

const KEEP_URL_MS = 60_000

/** Hands bytes to the browser as a download under a name. */
const download = (bytes: Uint8Array, { name, mime }: Attachment): void => {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime || 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS)
}

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
        .then(({ bytes }) => download(bytes, file))
        .catch(tellError),
    remove: (file: Attachment): void =>
      void book
        .write({ key: 'attachmentDeleted', params: { name: file.name } }, (draft) =>
          draft.remove('attachments', file.id),
        )
        .catch(tellError),
  }
}
