import { CircleCheck, CircleHelp, CircleSlash, CircleX, Undo2 } from 'lucide-react'
import { type Outcome, outcomeLabel } from '../../../shared/domain/rules/outcomes.ts'

const marks = {
  renewed: { Icon: CircleCheck, tone: 'good' },
  refused: { Icon: CircleX, tone: 'bad' },
  'not sent': { Icon: CircleSlash, tone: 'warn' },
  unknown: { Icon: CircleHelp, tone: 'bad' },
  'not renewed': { Icon: Undo2, tone: 'soft' },
} as const satisfies Record<Outcome, { readonly Icon: typeof CircleCheck; readonly tone: string }>

/** An outcome: exactly its word, with a shape and a colour of its own. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const { Icon, tone } = marks[outcome]
  return (
    <span className={`outcome outcome-${tone}`}>
      <Icon size={14} aria-hidden="true" />
      <span>{outcomeLabel(outcome)}</span>
    </span>
  )
}
