import { err, type Result } from '../../../shared/domain/result.ts'
import { words } from '../../../shared/words/words.ts'
import type { FileGroup, FileProblem } from './fileGroup.ts'
import { readGroupCsv, writeGroupCsv } from './groupCsv.ts'
import { readGroupJson, writeGroupJson } from './groupJson.ts'

/** The kinds of file that groups can be kept in. */
export type GroupFileKind = 'json' | 'csv'

/** The largest file that is read, in bytes. */
export const mostFileBytes = 20_000_000

/** Groups as the text of a file. */
export function writeGroupFile(kind: GroupFileKind, groups: readonly FileGroup[]): string {
  return kind === 'json' ? writeGroupJson(groups) : writeGroupCsv(groups)
}

/** Reads groups from a file's bytes, whichever kind it is. Fails with what is wrong, line by line; it takes all or nothing. */
export function readGroupFile(bytes: Uint8Array): Result<readonly FileGroup[], readonly FileProblem[]> {
  const { groupFiles } = words()
  if (bytes.length > mostFileBytes)
    return err([{ line: null, reason: groupFiles.tooLarge(mostFileBytes / 1_000_000) }])
  const text = decoded(bytes)
  if (text === null) return err([{ line: null, reason: groupFiles.notText }])
  if (text.trim() === '') return err([{ line: null, reason: groupFiles.empty }])
  const read = /^\s*[{[]/.test(text) ? readGroupJson(text) : readGroupCsv(text)
  return read.ok && read.value.length === 0 ? err([{ line: null, reason: groupFiles.empty }]) : read
}

/** UTF-8, or UTF-16 with its mark, as spreadsheets save “Unicode text”. Null: it is neither. */
function decoded(bytes: Uint8Array): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    const text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    // A zero stands in no text: it is another kind of file.
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
