import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

// Its own reading of the file: the app's would agree with the app's mistakes.
const line = z.looseObject({
  seq: z.number(),
  table: z.string().optional(),
  id: z.string().optional(),
  row: z.record(z.string(), z.unknown()).optional(),
  set: z.record(z.string(), z.unknown()).optional(),
  void: z.array(z.number()).optional(),
})

/** A journal row as the disk has it. */
export type RawRow = Readonly<Record<string, unknown>>

/** The journal's rows by id, put together from the lines of `journal.jsonl`: what the disk had when the app was killed. */
export function rowsOnDisk(folder: string): Map<string, RawRow> {
  const lines = wholeLines(folder)
  const voided = new Set(lines.flatMap((found) => found.void ?? []))
  const rows = new Map<string, RawRow>()
  for (const { seq, table, id, row, set } of lines) {
    if (table !== 'renewals' || id === undefined || voided.has(seq)) continue
    if (row) rows.set(id, row)
    else if (set) rows.set(id, { ...rows.get(id), ...set })
  }
  return rows
}

function wholeLines(folder: string) {
  const text = readFileSync(join(folder, 'journal.jsonl'), 'utf8')
  // What comes after the last line break never ended: the kill fell into its writing.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((found) => found !== '')
    .map((found) => line.parse(JSON.parse(found)))
}
