import { type ReactNode, useId } from 'react'

/** A part of the dialog under its own heading. */
export const Part = ({ title, help, children }: { title: string; help?: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2.5">
      <header>
        <h3 id={id} className="border-line border-b pb-1 font-semibold text-sm">
          {title}
        </h3>
        {help !== undefined && <p className="mt-1 text-ink-faint text-xs">{help}</p>}
      </header>
      {children}
    </section>
  )
}
