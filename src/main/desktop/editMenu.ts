import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { words } from '../../shared/words/words.ts'

/** What of a click with the other button the menu goes by. */
export type EditClick = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>
}

/**
 * The menu of a text field, which Electron leaves out, or of words that are selected; null where there is nothing to do.
 * What can be done is Chromium's word: nothing is copied out of a field that hides what is typed.
 */
export function editMenu({
  isEditable,
  selectionText,
  editFlags,
}: EditClick): MenuItemConstructorOptions[] | null {
  const { edit } = words().app
  const copy = { role: 'copy', label: edit.copy, enabled: editFlags.canCopy } as const
  if (!isEditable) return selectionText.trim() === '' ? null : [copy]
  return [
    { role: 'cut', label: edit.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: edit.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: edit.selectAll, enabled: editFlags.canSelectAll },
  ]
}
