import type { ReactNode } from 'react'

/** A part of the settings of sync under its own heading. */
export const Section = ({ title, help, children }: { title: string; help?: string; children: ReactNode }) => (
  <section className="flex flex-col gap-3.5" aria-label={title}>
    <header>
      <h2 className="font-semibold text-lg">{title}</h2>
      {help !== undefined && <p className="mt-0.5 text-ink-muted">{help}</p>}
    </header>
    {children}
  </section>
)
