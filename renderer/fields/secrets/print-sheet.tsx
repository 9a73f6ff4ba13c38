import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** What comes on paper in the place of the window while it is mounted; nothing of it is seen before. No file is made. */
export const PrintSheet = ({ children }: { children: ReactNode }) =>
  createPortal(<div className="print-sheet">{children}</div>, document.body)
