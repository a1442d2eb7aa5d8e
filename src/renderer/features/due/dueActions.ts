import type { DueRun } from '../../../shared/domain/dueRun.ts'
import { call } from '../../state/bridge.ts'
import { announce, tellProblem } from '../../state/messages.ts'
import { setUi } from '../../state/uiStore.ts'
import { pageWords } from '../../words/pageWords.ts'

/** Where a problem with `Renew all due` stands among the messages. */
const about = 'renew-all-due'

/** `Renew all due…` of an account, or (null) of all: main asks for the prices; the dialog follows its state. */
export async function planDue(accountId: string | null): Promise<void> {
  setUi({ dueHidden: false })
  const answer = await call('due.plan', { accountId })
  if (!answer.ok) tellProblem(pageWords().due.notRenewed, answer.error.message, about)
}

/** `Pay <sum>`: answers at the end of the run, whose results stand in the dialog by then. */
export async function payDue({ confirmation }: DueRun): Promise<void> {
  if (confirmation === null) return
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
