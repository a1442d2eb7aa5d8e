import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { BrowserWindow, dialog, type FileFilter } from 'electron'
import { err, ok, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'

type Trouble = { readonly message: string }

function filters(kind: 'json' | 'csv'): FileFilter[] {
  const { groupFiles } = words()
  return [{ name: kind === 'json' ? groupFiles.jsonFile : groupFiles.csvFile, extensions: [kind] }]
}

/** What a file is about, and how it is offered. */
export interface Offer {
  readonly title: string
  readonly suggested: string
  readonly kind: 'json' | 'csv'
}

/**
 * Asks where to, and writes the parts of a text there, whole or not at all; null where the person changed their mind.
 * `parts` is called once it is known where to.
 */
export async function saveParts(
  { title, suggested, kind }: Offer,
  parts: () => AsyncIterable<string> | Iterable<string>,
): Promise<Result<string | null, Trouble>> {
  const options = { title, defaultPath: suggested, filters: filters(kind) }
  const parent = BrowserWindow.getAllWindows()[0]
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options))
  if (canceled || filePath === '') return ok(null)
  // Beside it first: a disk that fills up halfway must not leave half a file where a whole one was.
  const part = `${filePath}.part`
  try {
    await writeFile(part, parts())
    await rename(part, filePath)
    return ok(filePath)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    return err({ message: words().groupFiles.notWritten(filePath, reasonOf(error)) })
  }
}

/** Asks which file, and reads it, up to `mostBytes`; null where the person changed their mind. */
export async function chooseFile(
  mostBytes: number,
): Promise<Result<{ name: string; bytes: Uint8Array } | null, Trouble>> {
  const { groupFiles } = words()
  const options = {
    title: groupFiles.openTitle,
    filters: [{ name: groupFiles.anyGroupFile, extensions: ['json', 'csv', 'txt'] }],
    properties: ['openFile' as const],
  }
  const parent = BrowserWindow.getAllWindows()[0]
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options))
  const [path] = filePaths
  if (canceled || path === undefined) return ok(null)
  try {
    if ((await stat(path)).size > mostBytes)
      return err({ message: groupFiles.tooLarge(mostBytes / 1_000_000) })
    return ok({ name: basename(path).slice(0, 300), bytes: await readFile(path) })
  } catch (error) {
    return err({ message: groupFiles.notRead(path, reasonOf(error)) })
  }
}

function reasonOf(error: unknown): string {
  const { reasons } = words().groupFiles
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return reasons.denied
  if (code === 'ENOENT') return reasons.gone
  if (code === 'ENOSPC' || code === 'EDQUOT') return reasons.full
  return code === 'EISDIR' ? reasons.folder : reasons.other
}
