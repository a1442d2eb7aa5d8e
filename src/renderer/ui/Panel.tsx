import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** How grave a panel is; each has its own shape, not only its own colour. */
export type PanelTone = 'info' | 'good' | 'warning' | 'error'

const icons = { info: Info, good: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const

/** A boxed word to the person: what is the matter, what it means, what to do. `alert` has it told when it appears. */
export function Panel({
  tone,
  title,
  children,
  actions,
  alert = false,
}: {
  readonly tone: PanelTone
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly alert?: boolean
}) {
  const Icon = icons[tone]
  return (
    <div className={`panel panel-${tone}`} role={alert ? 'alert' : undefined}>
      <Icon size={16} aria-hidden="true" />
      <div className="panel-body">
        <p className="panel-title">{title}</p>
        {children && <div className="panel-text">{children}</div>}
        {actions && <div className="panel-actions">{actions}</div>}
      </div>
    </div>
  )
}
