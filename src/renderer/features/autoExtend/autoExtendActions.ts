import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { call } from '../../state/bridge.ts'
import { announce, dismissAbout, show, tellProblem } from '../../state/messages.ts'
import { setUi } from '../../state/uiStore.ts'
import { focusSoon } from '../../ui/focusSoon.ts'
import { pageWords } from '../../words/pageWords.ts'
import { switchText } from './switchText.ts'

/** Id of the part of a group's detail that is about auto-extend: its heading, which takes the focus. */
export const autoExtendId = 'auto-extend'

/** Opens a group's detail at its auto-extend. */
export function showAutoExtend({ group }: GroupView): void {
  setUi({ chosenGroupId: group.id, detailOpen: true })
  focusSoon(() => document.getElementById(autoExtendId))
}

/** `Switch on`, `Switch off`: one request to the vendor. How it stands afterwards comes with the state. */
export async function switchAutoExtend({ group }: GroupView, on: boolean): Promise<void> {
  dismissAbout(group.id)
  const answer = await call('group.auto-extend', { groupId: group.id, on })
  if (!answer.ok) return tellProblem(group.name, answer.error.message, group.id)
  const { end } = answer.value
  if (end === null) return
  if (end.kind !== 'switched') return tellProblem(group.name, end.detail, group.id)
  announce(`${group.name}: ${end.detail}`)
  show({ kind: 'note', title: group.name, text: end.detail, about: group.id, action: null })
}

/** Copies the last switch whole, with the vendor's reply, as plain text. */
export async function copySwitch({ group }: GroupView): Promise<void> {
  const words = pageWords().autoExtend
  const row = await call('group.last-auto-extend', { groupId: group.id })
  if (!row.ok) return tellProblem(words.notCopied, row.error.message)
  if (row.value === null) return tellProblem(words.notCopied, words.neverSwitched)
  const copied = await call('text.copy', { text: switchText(row.value) })
  if (copied.ok) announce(words.copied)
  else tellProblem(words.notCopied, copied.error.message)
}
