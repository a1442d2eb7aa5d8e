import type { Account } from '../../../shared/domain/account.ts'
import { call } from '../../state/bridge.ts'
import { announce, show, tellProblem } from '../../state/messages.ts'
import { setUi } from '../../state/uiStore.ts'
import { pageWords } from '../../words/pageWords.ts'

/** What messages about files replace one another by. */
const about = 'group-files'

/** Writes the account's groups to a file that the person names. */
export async function exportGroups(account: Account, kind: 'json' | 'csv'): Promise<void> {
  const { groupFiles } = pageWords()
  const answer = await call('group.export', { accountId: account.id, kind })
  if (!answer.ok) return tellProblem(groupFiles.notExported, answer.error.message, about)
  if (answer.value === null) return
  const { path, count } = answer.value
  announce(groupFiles.exported(count))
  const copy = { label: groupFiles.copyPath, run: () => void call('text.copy', { text: path }) }
  show({ kind: 'note', title: groupFiles.exported(count), text: path, about, action: copy })
}

/** Has the person choose a file, and shows what it would bring or why it is not taken. Nothing changes yet. */
export async function chooseImport(account: Account): Promise<void> {
  const answer = await call('group.choose-import', { accountId: account.id })
  if (!answer.ok) return tellProblem(pageWords().groupFiles.notImported, answer.error.message, about)
  if (answer.value !== null) setUi({ importing: answer.value })
}

/** Adds the groups that were looked at. True when the dialog has nothing more to show. */
export async function importGroups(importId: string): Promise<void> {
  const { groupFiles } = pageWords()
  const answer = await call('group.import', { importId })
  setUi({ importing: null })
  if (!answer.ok) return tellProblem(groupFiles.notImported, answer.error.message, about)
  const { groupIds } = answer.value
  const title = groupFiles.imported(groupIds.length)
  announce(title)
  const undo = { label: groupFiles.undo, run: () => void removeAgain(groupIds) }
  show({ kind: 'note', title, text: '', about, action: undo })
}

async function removeAgain(groupIds: readonly string[]): Promise<void> {
  const { groupFiles } = pageWords()
  let left = 0
  let why = ''
  for (const groupId of groupIds) {
    const answer = await call('group.delete', { groupId })
    // One that was deleted by hand meanwhile is gone as wanted.
    if (answer.ok || answer.error.kind === 'not-found') continue
    left += 1
    why = answer.error.message
  }
  if (left > 0) tellProblem(groupFiles.notUndone(left), why, about)
  else announce(groupFiles.undone(groupIds.length))
}
