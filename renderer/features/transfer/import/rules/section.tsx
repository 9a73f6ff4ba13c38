import { type ReactNode, useId } from 'react'

/** Rules that belong together: their name and what they are for beside them. */
export const Section = ({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[260px_minmax(0,1fr)] gap-x-8 gap-y-2 border-line border-b pb-5 last:border-b-0 @max-[760px]:grid-cols-[minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {detail !== undefined && <p className="mt-0.5 text-ink-muted text-sm">{detail}</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  )
}
