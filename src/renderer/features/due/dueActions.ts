import type { DueRun } from '../../../shared/domain/dueRun.ts'
import { call } from '../../state/bridge.ts'
import { announce, tellProblem } from '../../state/messages.ts'
import { nothingSelected, setUi } from '../../state/uiStore.ts'
import { pageWords } from '../../words/pageWords.ts'

/** Where a problem with `Renew all due` stands among the messages. */
const about = 'renew-all-due'

/** `Renew all due…` of an account, or (null) of all: main asks for the prices; the dialog follows its state. */
export async function planDue(accountId: string | null): Promise<void> {
  setUi({ dueHidden: false })
  const answer = await call('due.plan', { accountId })
  if (!answer.ok) tellProblem(pageWords().due.notRenewed, answer.error.message, about)
}

/** `Renew selected…`: the same for groups that were selected in the list, whether they are due or not. */
export async function planSelected(groupIds: readonly string[]): Promise<void> {
  setUi({ dueHidden: false })
  const answer = await call('due.planSelected', { groupIds: [...groupIds] })
  if (!answer.ok) tellProblem(pageWords().due.notRenewed, answer.error.message, about)
}

/** `Ask again`: fresh prices of what is due now, or of the same selected groups. */
export function planAgain({ kind, scope, rows }: DueRun): Promise<void> {
  return kind === 'due' ? planDue(scope) : planSelected(rows.map(({ groupId }) => groupId))
}

/** `Pay <sum>`: answers at the end of the run, whose results stand in the dialog by then. */
export async function payDue({ confirmation, kind }: DueRun): Promise<void> {
  if (confirmation === null) return
  // What was selected is on its way now; the results stand in the dialog.
  if (kind === 'selected') setUi(nothingSelected)
  const answer = await call('due.pay', { confirmationId: confirmation.id })
  if (!answer.ok) tellProblem(pageWords().due.notPaid, answer.error.message, about)
}

/** Ticks a group of the plan, or takes it out. */
export async function includeDue(runId: string, groupId: string, on: boolean): Promise<void> {
  const answer = await call('due.include', { runId, groupId, on })
  if (!answer.ok) tellProblem(pageWords().due.planStays, answer.error.message, about)
}

/** Closes the dialog: a plan is cancelled, results are done with, and a payment goes on behind the window. */
export function closeDue({ id, phase }: DueRun): void {
  if (phase === 'paying') {
    setUi({ dueHidden: true })
    announce(pageWords().due.goesOn)
  } else if (phase === 'ended') void call('due.dismiss', null)
  else void call('due.cancel', { runId: id })
}

/** `Stop after this one`. */
export async function stopDue({ id }: DueRun): Promise<void> {
  const answer = await call('due.stop', { runId: id })
  if (!answer.ok) tellProblem(pageWords().due.notStopped, answer.error.message, about)
}
