import { type BoxedTable, boxedTables, type Change, type Fields } from './changes.ts'
import { checksum } from './checksum.ts'
import type { Database } from './database.ts'
import { derive } from './renewalColumns.ts'

/** What became of a change: `orphan`, a patch of a row that is not there; `unusable`, a body that makes no row. */
export type Applied = 'applied' | 'orphan' | 'unusable'

/** The checksum that a row carries over its id and body. */
export function rowSum(id: string, body: string): string {
  return checksum(`${id}\n${body}`)
}

/** Whether a row's body is what was written. */
export function rowHolds(id: string, body: string, sum: string): boolean {
  return rowSum(id, body) === sum
}

/** Applies one change of the black box to the database: the one way in for writing, replaying and rebuilding alike. */
export function applyChange(db: Database, change: Change): Applied {
  const table = boxedTables.find((name) => name === change.table)
  if (!table) return 'unusable'
  if ('drop' in change) {
    db.run(`DELETE FROM ${table} WHERE id = ?`, change.id)
    dropWith(db, table, change.id)
    return 'applied'
  }
  if ('row' in change) return putRow(db, table, change.id, change.row)
  const current = db.get(`SELECT body FROM ${table} WHERE id = ?`, change.id)?.body
  if (typeof current !== 'string') return 'orphan'
  const fields: Fields = JSON.parse(current)
  return putRow(db, table, change.id, { ...fields, ...change.set })
}

/** What has no meaning without the row goes with it. Journal rows never do: history is not lost with an account. */
function dropWith(db: Database, table: BoxedTable, id: string): void {
  if (table === 'groups') db.run('DELETE FROM group_prices WHERE group_id = ?', id)
  if (table !== 'accounts') return
  for (const other of ['balances', 'crossings', 'order_lists', 'shown_ends', 'doubts']) {
    db.run(`DELETE FROM ${other} WHERE account_id = ?`, id)
  }
}

function putRow(db: Database, table: BoxedTable, id: string, fields: Fields): Applied {
  const body = JSON.stringify(fields)
  const sum = rowSum(id, body)
  if (table !== 'renewals') {
    // An update in place: rows keep the order in which they were begun.
    const put = `INSERT INTO ${table} (id, body, sum) VALUES (?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET body = excluded.body, sum = excluded.sum`
    db.run(put, id, body, sum)
    return 'applied'
  }
  const columns = derive(fields)
  if (!columns) return 'unusable'
  const values = [...Object.values(columns), sum, body]
  const names = [...Object.keys(columns), 'sum', 'body']
  const marks = names.map(() => '?').join(', ')
  const updates = names.map((name) => `${name} = excluded.${name}`).join(', ')
  db.run(
    `INSERT INTO renewals (id, ${names.join(', ')}) VALUES (?, ${marks}) ON CONFLICT (id) DO UPDATE SET ${updates}`,
    id,
    ...values,
  )
  return 'applied'
}
