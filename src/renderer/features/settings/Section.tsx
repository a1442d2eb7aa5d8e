import { type ReactNode, useContext } from 'react'
import { SettingsQuery, soughtIn } from './search.ts'

/**
 * A part of the settings under its title, each of them in a `Setting`. One whose title is searched for shows all it has;
 * one that has nothing to show is not there (settings.css).
 */
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
  const query = useContext(SettingsQuery)
  return (
    <section className="section">
      <div className="section-head">
        <div className="section-words">
          <h2>{title}</h2>
          {note && <p className="faint small untrusted">{note}</p>}
        </div>
        {action}
      </div>
      <SettingsQuery value={soughtIn(title, query) ? '' : query}>
        <div className="section-card">{children}</div>
      </SettingsQuery>
    </section>
  )
}
