import type { ContractError } from '../../../shared/contract/errors.ts'
import type { GuardQuestion, RenewalAnswer } from '../../../shared/contract/types.ts'
import type { Renewal } from '../../../shared/domain/renewal.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { currentOutcome, outcomeLabel } from '../../../shared/domain/rules/outcomes.ts'
import { call } from '../../state/bridge.ts'
import { announce, dismissAbout, dismissRenewal, show, tellProblem } from '../../state/messages.ts'
import { openInHistory } from '../../state/openInHistory.ts'
import { currentSnapshot } from '../../state/snapshotStore.ts'
import { setFresh, setPending, setUi, useUi } from '../../state/uiStore.ts'
import { pageWords } from '../../words/pageWords.ts'
import { announcement, isProblem, problemText, remarksText } from './outcomeWords.ts'

/** Renewals whose end was told already: main's answer and its push both bring it, and it is told once. */
const told = new Set<string>()

function groupView(groupId: string) {
  return currentSnapshot()?.groups.find((view) => view.group.id === groupId)
}

/** True while a group's renewal is on its way, as this window or as main knows it. */
export function isBusy(groupId: string): boolean {
  return useUi.getState().pending.has(groupId) || (groupView(groupId)?.phase ?? 'idle') !== 'idle'
}

/** Id of a group's `Renew` button, where the focus returns to. */
export function renewButtonId(groupId: string): string {
  return `renew-${groupId}`
}

/** A click on `Renew`. While the group is under way it does nothing: main would only join it to the first. */
export async function renewGroup(groupId: string): Promise<void> {
  if (isBusy(groupId)) return
  setPending(groupId, true)
  setFresh(groupId, null)
  dismissAbout(groupId)
  const answer = await call('renewal.start', { groupId })
  setPending(groupId, false)
  takeAnswer(groupId, answer, [])
}

/** `Renew anyway`: spends the confirmation. The dialog goes at once; it comes back only if the findings have grown. */
export async function confirmRenewal(question: GuardQuestion): Promise<void> {
  const { groupId, confirmationId, findings } = question
  setUi({ guard: null })
  if (isBusy(groupId)) return
  setPending(groupId, true)
  const answer = await call('renewal.confirm', { confirmationId })
  setPending(groupId, false)
  takeAnswer(groupId, answer, findings)
}

/** `Cancel`: the confirmation is worth nothing any more, and nothing is paid. */
export function cancelRenewal(question: GuardQuestion): void {
  setUi({ guard: null })
  void call('renewal.cancel', { confirmationId: question.confirmationId })
}

/** The orders of an `unknown` that did not move while others did, as a renewal of their own, under the guard. */
export async function renewRest({ intent }: Renewal): Promise<void> {
  const { groupId, id } = intent
  if (isBusy(groupId)) return
  setPending(groupId, true)
  const answer = await call('renewal.start-rest', { renewalId: id })
  setPending(groupId, false)
  takeAnswer(groupId, answer, [])
}

function takeAnswer(
  groupId: string,
  answer: Result<RenewalAnswer, ContractError>,
  seen: GuardQuestion['findings'],
): void {
  if (!answer.ok) {
    const name = groupView(groupId)?.group.name ?? pageWords().renewals.theGroup
    tellProblem(name, answer.error.message, groupId)
  } else if (answer.value.kind === 'asks') {
    setUi({ guard: { question: answer.value.question, seen } })
  } else {
    takeEnd(answer.value.renewal)
  }
}

/** A renewal came to an end: its receipt goes into its row, its outcome is announced, and a bad one is told. */
export function takeEnd(renewal: Renewal): void {
  const { id, groupId, groupName, startedAt } = renewal.intent
  setFresh(groupId, renewal)
  useUi.setState((state) => ({ historyStamp: state.historyStamp + 1 }))
  if (renewal.settlement) dismissRenewal(id)
  if (told.has(id)) return
  told.add(id)
  dismissAbout(groupId)
  announce(announcement(renewal))
  const outcome = currentOutcome(renewal)
  const bad = outcome !== null && isProblem(outcome)
  if (!(bad || renewal.unsaved || remarksText(renewal) !== '')) return
  show({
    // What differs from what was asked is in the announcement already; an alert would say it a second time.
    kind: bad || renewal.unsaved ? 'alert' : 'warning',
    title: groupName,
    text: problemText(renewal),
    about: groupId,
    renewal: { id, startedAt, outcome },
    action:
      outcome === 'unknown'
        ? { label: pageWords().renewals.showInHistory, run: () => openInHistory(id) }
        : null,
  })
}

/** The vendor was looked at for an `unknown`: whoever shows it shows the new evidence, and what settled it is told. */
export function takeCheck(renewal: Renewal): void {
  const { id, groupId, groupName } = renewal.intent
  if (useUi.getState().fresh.get(groupId)?.intent.id === id) setFresh(groupId, renewal)
  useUi.setState((state) => ({ historyStamp: state.historyStamp + 1 }))
  if (renewal.settlement === null) return
  dismissRenewal(id)
  const label = outcomeLabel(renewal.settlement.outcome)
  announce(pageWords().renewals.settled(groupName, label, renewal.check?.notes.at(-1) ?? ''))
}
