import { useEffect, useState } from 'react'

import { Spinner } from '../../../ui/index.ts'

type Modules = readonly (readonly boolean[])[]

/** Light modules around the code: what readers need to find it (ISO/IEC 18004, 4). `raw` output has some already. */
const path = (modules: Modules): string =>
  modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((part) => part !== '')
    .join('')

/** A text as a QR code, dark on light whatever the colours of the window: many readers know no other. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const [modules, setModules] = useState<Modules>()
  useEffect(() => {
    let wanted = true
    void import('qr').then(({ encodeQR }) => {
      if (wanted) setModules(encodeQR(text, 'raw', { ecc: 'medium', border: 4 }))
    })
    return () => {
      wanted = false
    }
  }, [text])
  if (!modules) return <Spinner />
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      className="w-full max-w-64 rounded-lg border border-line bg-white text-black"
    >
      <path d={path(modules)} fill="currentColor" />
    </svg>
  )
}
