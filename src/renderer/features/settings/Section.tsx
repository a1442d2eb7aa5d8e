import type { ReactNode } from 'react'

/** A part of the settings under its title. */
export function Section({
  title,
  note,
  action,
  children,
}: {
  readonly title: string
  readonly note?: string
  /** A button at the end of its title. */
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="section">
      <div className="section-head">
        <div className="section-words">
          <h2>{title}</h2>
          {note && <p className="faint small untrusted">{note}</p>}
        </div>
        {action}
      </div>
      <div className="section-card">{children}</div>
    </section>
  )
}
