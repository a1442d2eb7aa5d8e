import { statSync } from 'node:fs'

/** A mark of a file that changes when another one is put in its place; null: it is not there, for now at least. */
export function programMark(file: string): string | null {
  // Electron looks into archives, and would take the archive itself for a folder.
  const { noAsar } = process
  process.noAsar = true
  try {
    const { ino, size, mtimeMs } = statSync(file)
    return `${ino} ${size} ${mtimeMs}`
  } catch {
    return null
  } finally {
    process.noAsar = noAsar
  }
}
