import { CalendarClock } from 'lucide-react'
import { dueDaysOf, isDue } from '../../../shared/domain/rules/due.ts'
import { useNow } from '../../state/now.ts'
import { useSnapshot } from '../../state/snapshotStore.ts'
import { setUi, useUi } from '../../state/uiStore.ts'
import { Button } from '../../ui/Button.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { planDue } from './dueActions.ts'
import { headline } from './dueWords.ts'
import './due.css'

/** What of an account is due, and the way to renew all of it; while that runs out of sight, how far it is. */
export function DueBar({ accountId }: { readonly accountId: string }) {
  const { due: words } = pageWords()
  const now = useNow()
  const groups = useSnapshot((snapshot) => snapshot.groups)
  const settings = useSnapshot((snapshot) => snapshot.settings)
  const run = useSnapshot((snapshot) => snapshot.dueRun)
  const hidden = useUi((ui) => ui.dueHidden)
  const due = groups.filter(
    ({ group, endsAt }) => group.accountId === accountId && isDue(endsAt, dueDaysOf(group, settings), now),
  ).length
  if (run && hidden) {
    return (
      <div className="due-bar num">
        <CalendarClock size={15} aria-hidden="true" />
        <span className="due-bar-words">{headline(run)}</span>
        <Button onClick={() => setUi({ dueHidden: false })}>{words.show}</Button>
      </div>
    )
  }
  if (due === 0) return null
  return (
    <div className="due-bar num">
      <CalendarClock size={15} aria-hidden="true" />
      <span className="due-bar-words">{words.areDue(due)}</span>
      <Button onClick={() => void planDue(accountId)}>{words.renewAll}</Button>
    </div>
  )
}
