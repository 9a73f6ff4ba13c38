import { useEffect, useRef } from 'react'

import { errorText, useI18n } from '../i18n/index.ts'
import { toast } from '../ui/index.ts'
import type { Booted } from './boot.ts'

/** Says once what was noticed while the book opened: files mended, lost, or brought back. */
export const useBootNotices = ({ notices, withoutFiles, rebuilt, filesLost }: Booted): void => {
  const i18n = useI18n()
  const { t, tx } = i18n
  const told = useRef(false)
  useEffect(() => {
    if (told.current) return
    told.current = true
    // A new book is told by the welcome, and files that were lost below.
    const worthTelling = notices.filter(({ kind }) => kind !== 'newBook')
    for (const { kind, params } of worthTelling) toast({ message: tx(`notice.${kind}`, kind, params), stays: true })
    if (withoutFiles) toast({ message: errorText(i18n, withoutFiles), tone: 'bad' })
    if (rebuilt > 0) toast({ message: t('app.rebuilt', { count: rebuilt }), stays: true })
    if (filesLost) toast({ message: t('app.filesLost'), stays: true })
  }, [notices, withoutFiles, rebuilt, filesLost, i18n, t, tx])
}
