import type { ReactNode } from 'react'

/** A part of the settings under its title. */
export function Section({
  title,
  note,
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {note && <p className="faint small untrusted">{note}</p>}
      </div>
      <div className="section-card">{children}</div>
    </section>
  )
}
