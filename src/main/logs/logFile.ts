import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of one file, and how many files there are: what is older is forgotten. */
const limits = { bytes: 1_000_000, files: 5 }

/** Where log lines are kept. */
export interface LogFile {
  /** Adds a line. Never throws: a disk that refuses a log line must not stop a renewal. */
  readonly write: (line: string) => void
  /** The last lines, oldest first, of this and of earlier runs. */
  readonly last: (count: number) => readonly string[]
}

/**
 * A log in a folder that is made at its first line: `leasebar.log`, before it `leasebar.1.log` and so on. Only this user
 * may read it.
 */
export function createLogFile(folder: string, { bytes, files } = limits): LogFile {
  const place = (age: number): string => join(folder, age === 0 ? 'leasebar.log' : `leasebar.${age}.log`)
  let size: number | null = null

  function rotate(): void {
    rmSync(place(files - 1), { force: true })
    for (let age = files - 2; age >= 0; age -= 1) {
      try {
        renameSync(place(age), place(age + 1))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    }
  }

  function open(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    appendFileSync(place(0), '', { mode: 0o600 })
    // One that was there may be open to others.
    chmodSync(place(0), 0o600)
    return statSync(place(0)).size
  }

  return {
    write(line) {
      try {
        size ??= open()
        const text = `${line}\n`
        const length = Buffer.byteLength(text)
        if (size > 0 && size + length > bytes) {
          rotate()
          size = open()
        }
        appendFileSync(place(0), text, { mode: 0o600 })
        size += length
      } catch {
        // The next line tries again.
        size = null
      }
    },
    last(count) {
      const lines: string[] = []
      for (let age = 0; age < files && lines.length < count; age += 1) {
        lines.unshift(...linesOf(place(age)))
      }
      return lines.slice(-count)
    },
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  } catch {
    return []
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
