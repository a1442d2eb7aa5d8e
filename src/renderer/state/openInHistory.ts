import { dismissRenewal } from './messages.ts'
import { setUi } from './uiStore.ts'

/** Opens History on a renewal. What the lane said of it has done its work. */
export function openInHistory(renewalId: string): void {
  setUi({ view: 'history', detailOpen: false, historyRenewalId: renewalId })
  dismissRenewal(renewalId)
}
