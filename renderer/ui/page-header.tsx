import { type ReactNode, useEffect } from 'react'

/** The first line of a page: its name, how many, and what can be done. */
export const PageHeader = ({
  title,
  detail,
  children,
}: {
  title: string
  /** A count or a few fainter words after the title. */
  detail?: ReactNode
  /** Buttons at the end. */
  children?: ReactNode
}) => {
  useEffect(() => {
    document.title = `${title} · Fairbook`
  }, [title])
  return (
    <header className="flex min-h-[54px] flex-none flex-wrap items-center gap-2.5 px-[18px] pt-3 pb-2.5">
      <h1 className="font-[640] text-xl tracking-tight">{title}</h1>
      {detail !== undefined && <span className="text-ink-faint">{detail}</span>}
      <div className="ms-auto flex flex-wrap items-center justify-end gap-2.5">{children}</div>
    </header>
  )
}
