import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { words } from '../../shared/words/words.ts'
import { folderProblem } from '../store/folder.ts'

/**
 * Why the folder that `--user-data-dir` names is not the one in use, in words; null when it is, or none is named.
 * Electron takes another one without a word when it cannot make the one that was wanted, and a Leasebar without any
 * accounts and history would be what a person sees.
 */
export function dataFolderProblem(wanted: string, used: string): string | null {
  if (wanted === '' || real(wanted) === real(used)) return null
  const folder = resolve(wanted)
  return folderProblem(folder)?.message ?? words().app.start.otherFolder(folder, used)
}

function real(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    // Not there, or not to be looked at: its name is all there is.
    return resolve(folder)
  }
}
