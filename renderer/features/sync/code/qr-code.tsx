import { useEffect, useState } from 'react'

import { Spinner } from '../../../ui/index.ts'

type Modules = readonly (readonly boolean[])[]

/** The dark modules as one path of an SVG. */
const path = (modules: Modules): string =>
  modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((part) => part !== '')
    .join('')

/** Light modules around the code, without which readers do not find it (ISO/IEC 18004). */
const QUIET = 4

/**
 * A text as a QR code, dark on light whatever the colours of the window: many readers know no other. Nothing where the
 * text is too long for one.
 */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const [modules, setModules] = useState<Modules | null>()
  useEffect(() => {
    let wanted = true
    import('qr')
      .then(({ encodeQR }) => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET }))
      .then(
        (made) => wanted && setModules(made),
        () => wanted && setModules(null),
      )
    return () => {
      wanted = false
    }
  }, [text])
  if (modules === undefined) return <Spinner />
  if (modules === null) return null
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      className="w-full max-w-64 rounded-lg border border-line"
    >
      <rect width="100%" height="100%" fill="white" />
      <path d={path(modules)} fill="black" />
    </svg>
  )
}
