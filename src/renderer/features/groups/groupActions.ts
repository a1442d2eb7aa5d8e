import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { formatMoney } from '../../../shared/domain/rules/money.ts'
import { call } from '../../state/bridge.ts'
import { announce, show, tellProblem } from '../../state/messages.ts'
import { setUi, useUi } from '../../state/uiStore.ts'
import { focusSoon } from '../../ui/focusSoon.ts'
import { pageWords } from '../../words/pageWords.ts'

/** Id of the button `New group`. */
export const newGroupButtonId = 'new-group'

/** Opens the editor on a group. */
export function editGroup(groupId: string): void {
  setUi({ editor: { kind: 'edit', groupId } })
}

/** Copies a group under a name of its own; the copy is chosen. */
export async function duplicateGroup({ group }: GroupView): Promise<void> {
  const answer = await call('group.duplicate', { groupId: group.id })
  if (!answer.ok) return tellProblem(group.name, answer.error.message, group.id)
  setUi({ chosenGroupId: answer.value.group.id, search: '' })
  announce(pageWords().groups.done.duplicated(answer.value.group.name))
}

/** Deletes a group; `Undo` in the message brings it back. Its renewals stay in the history either way. */
export async function deleteGroup({ group }: GroupView): Promise<void> {
  const words = pageWords().groups.done
  const row = document.getElementById(`group-${group.id}`)
  const neighbour = (row?.nextElementSibling ?? row?.previousElementSibling)?.id
  const answer = await call('group.delete', { groupId: group.id })
  if (!answer.ok) return tellProblem(group.name, answer.error.message, group.id)
  if (useUi.getState().chosenGroupId === group.id) setUi({ chosenGroupId: null, detailOpen: false })
  announce(words.deleted(group.name))
  show({
    kind: 'note',
    title: words.deletedTitle(group.name),
    text: '',
    about: group.id,
    action: { label: words.undo, run: () => void restoreGroup(group.id, group.name) },
  })
  focusNear(neighbour)
}

/** Where the focus goes when its row is gone: the row that took its place, else the button for a new group. */
function focusNear(rowId: string | undefined): void {
  focusSoon(() => {
    const row = rowId === undefined ? null : document.getElementById(rowId)
    return row?.querySelector<HTMLElement>('.row-name') ?? document.getElementById(newGroupButtonId)
  })
}

async function restoreGroup(groupId: string, name: string): Promise<void> {
  const words = pageWords().groups.done
  const answer = await call('group.restore', { groupId })
  if (!answer.ok) {
    const again = { label: words.tryAgain, run: () => void restoreGroup(groupId, name) }
    show({ kind: 'alert', title: name, text: answer.error.message, about: groupId, action: again })
    return
  }
  announce(words.back(name))
  setUi({ revealedGroupId: groupId })
  focusSoon(() => document.querySelector<HTMLElement>(`#group-${groupId} .row-name`))
}

/** Asks the vendor what a renewal would cost now. Costs nothing. */
export async function checkPrice({ group }: GroupView): Promise<void> {
  const words = pageWords().groups.done
  const answer = await call('group.quote', { groupId: group.id })
  if (!answer.ok) return tellProblem(group.name, answer.error.message, group.id)
  const { price, discount, warnings } = answer.value
  const off = discount ? words.off(formatMoney({ amount: discount, currency: price.currency })) : ''
  const warned = warnings.map((one) => words.warns(one.message)).join('')
  const text = words.price({ sum: formatMoney(price), off, days: group.rentPeriodDays, warned })
  announce(`${group.name}: ${text}`)
  show({ kind: 'note', title: group.name, text, about: group.id, action: null })
}
