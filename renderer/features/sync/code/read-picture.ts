/** Pictures larger than this are made smaller first, in pixels of their longer side. */
const LONGEST_SIDE = 1_600
/** How long one picture may be looked at, in milliseconds: a camera gives the next one soon. */
export const PATIENCE = { camera: 60, picture: 2_000 } as const

type Source = CanvasImageSource & { width: number; height: number }

/** The text of a QR code somewhere in a picture; nothing where there is none that can be read. */
export const readPicture = async (source: Source, timeLimit: number): Promise<string | undefined> => {
  const { default: decodeQR } = await import('qr/decode.js')
  const scale = Math.min(1, LONGEST_SIDE / Math.max(source.width, source.height, 1))
  const width = Math.max(1, Math.round(source.width * scale))
  const height = Math.max(1, Math.round(source.height * scale))
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.drawImage(source, 0, 0, width, height)
  try {
    return decodeQR({ width, height, data: context.getImageData(0, 0, width, height).data }, { timeLimit })
  } catch {
    // It tells by an error that there is no code in the picture.
    return undefined
  }
}

/** The text of the QR code in a picture file. @throws DOMException where the file is no picture */
export const readPictureFile = async (file: Blob): Promise<string | undefined> => {
  const bitmap = await createImageBitmap(file)
  try {
    return await readPicture(bitmap, PATIENCE.picture)
  } finally {
    bitmap.close()
  }
}
