import { takeCheck, takeEnd } from '../features/renewals/renew.ts'
import { hear } from '../state/bridge.ts'
import { dismissOutdated, dismissRenewal } from '../state/messages.ts'
import { takeChange } from '../state/snapshotStore.ts'
import { nothingSelected, setUi, useUi } from '../state/uiStore.ts'

/** Listens to everything that main tells. Gives back what ends the listening. */
export function listenToMain(): () => void {
  const ends = [
    hear('state.changed', (change) => {
      takeChange(change)
      if (change.groups) dismissOutdated(change.groups)
    }),
    hear('renewal.ended', ({ renewal }) => takeEnd(renewal)),
    hear('renewal.checked', ({ renewal }) => takeCheck(renewal)),
    hear('view.open', ({ view, accountId, groupId, renewalId, question, due }) => {
      setUi({
        view,
        detailOpen: false,
        ...(due ? { dueHidden: false } : {}),
        ...(accountId === null ? {} : { accountId }),
        // A search that hides the group would open the right place on nothing.
        ...(groupId === null ? {} : { chosenGroupId: groupId, search: '' }),
        historyRenewalId: renewalId,
        // An open editor steps aside for the question and comes back: nothing typed may be lost.
        ...(question === null ? {} : { guard: { question, seen: [] } }),
      })
      if (renewalId !== null) dismissRenewal(renewalId)
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Chooses an account in this window. */
export function chooseAccount(accountId: string): void {
  if (useUi.getState().accountId === accountId) return
  setUi({ accountId, ...nothingSelected, chosenGroupId: null, detailOpen: false, search: '' })
}
