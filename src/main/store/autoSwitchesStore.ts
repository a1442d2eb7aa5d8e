import {
  type AutoSwitch,
  type AutoSwitchEnd,
  autoSwitchEndSchema,
  autoSwitchSchema,
} from '../../shared/domain/autoExtend.ts'
import { err, type Result } from '../../shared/domain/result.ts'
import { words } from '../../shared/words/words.ts'
import type { Row } from './database.ts'
import type { DiskProblem } from './diskProblem.ts'
import { readBody, type StoreParts } from './records.ts'

/**
 * The durable record of every switching of the vendor's auto-extend. Like the journal's, its rows stay when their group
 * or account goes, and are in the black box too.
 */
export interface AutoSwitchesStore {
  /** Writes the row before the request goes out. On a failure nothing may be sent, and the row counts nowhere. */
  readonly begin: (row: AutoSwitch) => Result<void, DiskProblem>
  /** Adds what it came to. May be repeated until the disk takes it. */
  readonly finish: (id: string, end: AutoSwitchEnd) => Result<void, DiskProblem>
  readonly get: (id: string) => AutoSwitch | null
  /** Rows without an end, oldest first. */
  readonly sending: () => readonly AutoSwitch[]
  /** The row of each group that was begun last, by group id. Read anew only after a change. */
  readonly lastByGroup: () => ReadonlyMap<string, AutoSwitch>
}

const table = 'auto_switches'

// By the order of beginning and not by time: a clock that was ahead must not keep an older one the last.
const newest = `
SELECT id, body, sum FROM auto_switches
WHERE rowid IN (SELECT max(rowid) FROM auto_switches GROUP BY group_id)`

/** Makes the part of the store that keeps switchings of the vendor's auto-extend. */
export function autoSwitchesStore({ db, writer, unreadable }: StoreParts): AutoSwitchesStore {
  let last: { readonly version: number; readonly rows: ReadonlyMap<string, AutoSwitch> } | null = null
  const exists = (id: string) => db.get(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== null
  const parsed = ({ id, body, sum }: Row): AutoSwitch | null =>
    readBody(autoSwitchSchema, { table, id: String(id), body, sum }, unreadable)
  const readable = (rows: readonly Row[]) => rows.flatMap((row) => parsed(row) ?? [])

  return {
    begin: (row) =>
      exists(row.id)
        ? err({ message: words().store.switchThere })
        : writer.write([{ table, id: row.id, row: autoSwitchSchema.parse({ ...row, end: null }) }], 'wish', {
            urgent: true,
          }),
    finish: (id, end) =>
      exists(id)
        ? writer.write([{ table, id, set: { end: autoSwitchEndSchema.parse(end) } }], 'fact')
        : err({ message: words().store.noSwitch }),
    get: (id) => {
      const row = db.get(`SELECT id, body, sum FROM ${table} WHERE id = ?`, id)
      return row && parsed(row)
    },
    sending: () =>
      readable(db.all(`SELECT id, body, sum FROM ${table} WHERE sending = 1 ORDER BY asked_at, id`)),
    lastByGroup: () => {
      const version = writer.version(table)
      if (last?.version !== version) {
        last = { version, rows: new Map(readable(db.all(newest)).map((row) => [row.groupId, row])) }
      }
      return last.rows
    },
  }
}
