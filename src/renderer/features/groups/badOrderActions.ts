import type { GroupView } from '../../../shared/contract/snapshot.ts'
import { call } from '../../state/bridge.ts'
import { announce, dismissAbout, show, tellProblem } from '../../state/messages.ts'
import { currentSnapshot } from '../../state/snapshotStore.ts'
import { focusSoon } from '../../ui/focusSoon.ts'
import { pageWords } from '../../words/pageWords.ts'
import { endAnnouncement, withIdsBack } from './badOrderWords.ts'
import { draftOf } from './draft.ts'

function viewOf(groupId: string): GroupView | undefined {
  return currentSnapshot()?.groups.find((view) => view.group.id === groupId)
}

/** `Find the bad order`: main asks for quotes, tells how far it has come, and answers at the end. Pays nothing. */
export async function findBadOrder({ group }: GroupView): Promise<void> {
  // What was told of the renewal has done its work: this is the way on.
  dismissAbout(group.id)
  announce(pageWords().groupRows.bad.looking(group.name))
  const answer = await call('group.find-bad-orders', { groupId: group.id })
  if (!answer.ok) return tellProblem(group.name, answer.error.message, group.id)
  const now = viewOf(group.id)
  // Where it stands it is read out; of a group that was changed meanwhile nothing stands there any more.
  if (now?.search) announce(`${group.name}: ${endAnnouncement(answer.value)}`)
  else if (now && answer.value.problem !== null) tellProblem(group.name, answer.value.problem, group.id)
}

/** Stops a search; what was found so far stays. */
export async function stopSearch({ group }: GroupView): Promise<void> {
  const answer = await call('group.stop-search', { groupId: group.id })
  if (!answer.ok) tellProblem(group.name, answer.error.message, group.id)
}

/** Copies the ids that the vendor does not accept, one a line. */
export async function copyBadIds(ids: readonly string[]): Promise<void> {
  const words = pageWords().groupRows.bad
  const answer = await call('text.copy', { text: ids.join('\n') })
  if (answer.ok) announce(words.copied(ids.length))
  else tellProblem(words.notCopied, answer.error.message)
}

/** Takes the ids out of the group; `Undo` in the message puts them back. `home`: where the focus goes. */
export async function removeBadOrders(view: GroupView, home: () => HTMLElement | null): Promise<void> {
  const { group, search } = view
  const ids = search?.bad ?? []
  const answer = await call('group.remove-orders', { groupId: group.id, orderIds: [...ids] })
  if (!answer.ok) return tellProblem(group.name, answer.error.message, group.id)
  const { group: left, removed } = answer.value
  const words = pageWords().groupRows.bad
  const title = words.removed(removed, group.name)
  const text = words.left(left.orderIds.length)
  announce(`${title}. ${text} ${words.undoPlace}`)
  const undo = { label: words.undo, run: () => void putBack(group.id, group.orderIds, ids) }
  show({ kind: 'note', title, text, about: group.id, action: undo })
  focusSoon(home)
}

async function putBack(
  groupId: string,
  before: readonly string[],
  removed: readonly string[],
): Promise<void> {
  const words = pageWords().groupRows.bad
  const group = viewOf(groupId)?.group
  if (!group) return tellProblem(words.notPutBack, words.groupGone, groupId)
  const orderIds = withIdsBack(before, removed, group.orderIds).join('\n')
  const answer = await call('group.save', { ...draftOf(group), orderIds })
  if (!answer.ok) {
    const again = { label: words.tryAgain, run: () => void putBack(groupId, before, removed) }
    const text = answer.error.fields?.orderIds ?? answer.error.message
    show({ kind: 'alert', title: group.name, text, about: groupId, action: again })
    return
  }
  announce(words.back(removed.length, group.name))
}
