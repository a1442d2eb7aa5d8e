import type { Outcome } from '../../shared/domain/renewal.ts'
import type { SqlValue } from './database.ts'
import { searchText } from './renewalColumns.ts'

/** Which part of the history is wanted. */
export interface HistoryQuery {
  readonly accountId: string
  /** Null: of every group. */
  readonly groupId: string | null
  /** Null: of every outcome. `unknown` finds those still sending too. */
  readonly outcome: Outcome | null
  /** Begun at this moment or later, ms since the epoch; absent: whenever. */
  readonly since?: number | undefined
  /** Looked for in group names and order ids; empty: everything. */
  readonly search: string
  readonly offset: number
  readonly limit: number
}

/** A statement with its values. */
export interface Query {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** The two statements behind a page of the history: the rows' numbers, and how many there are in all. */
export function historyQueries(query: HistoryQuery): { readonly rows: Query; readonly total: Query } {
  const { where, values } = condition(query)
  const from = `FROM renewals INDEXED BY ${indexFor(query)} WHERE ${where}`
  const order = 'ORDER BY open DESC, started_at DESC, n DESC LIMIT ? OFFSET ?'
  return {
    rows: { sql: `SELECT n ${from} ${order}`, values: [...values, query.limit, query.offset] },
    total: { sql: `SELECT count(*) AS n ${from}`, values },
  }
}

/** What the renewals of a query cost together: by currency, and by whether that is certain. */
export function spentQuery(query: Omit<HistoryQuery, 'offset' | 'limit'>): Query {
  const { where, values } = condition(query)
  const index = query.groupId === null && query.search === '' ? 'renewals_spent' : indexFor(query)
  return {
    sql: `SELECT price_currency AS currency, open, count(*) AS renewals, coalesce(sum(price_amount), 0) AS amount
      FROM renewals INDEXED BY ${index} WHERE ${where} AND (outcome = 'renewed' OR open = 1)
      GROUP BY price_currency, open ORDER BY price_currency`,
    values,
  }
}

/** Each index holds all that its query looks at, so that the long rows themselves are read for one page only. */
function indexFor({ groupId, search }: Omit<HistoryQuery, 'offset' | 'limit'>): string {
  if (search !== '') return 'renewals_searched'
  return groupId === null ? 'renewals_listed' : 'renewals_by_group'
}

function condition({ accountId, groupId, outcome, since, search }: Omit<HistoryQuery, 'offset' | 'limit'>) {
  const parts = ['account_id = ?']
  const values: SqlValue[] = [accountId]
  if (groupId !== null) {
    parts.push('group_id = ?')
    values.push(groupId)
  }
  if (outcome === 'unknown') {
    // A row still `sending` may have been paid just the same.
    parts.push('open = 1')
  } else if (outcome !== null) {
    parts.push('outcome = ?')
    values.push(outcome)
  }
  if (since !== undefined) {
    parts.push('started_at >= ?')
    values.push(since)
  }
  if (search !== '') {
    parts.push('instr(search, ?) > 0')
    values.push(searchText(search))
  }
  return { where: parts.join(' AND '), values }
}

/** The newest row of each group, jumping from group to group in the index instead of reading it all. */
export const newestByGroup = `
WITH RECURSIVE ids (group_id) AS (
  SELECT min(group_id) FROM renewals
  UNION ALL
  SELECT (SELECT min(group_id) FROM renewals r WHERE r.group_id > ids.group_id) FROM ids
  WHERE ids.group_id IS NOT NULL
)
SELECT (
  SELECT n FROM renewals r
  WHERE r.group_id = ids.group_id AND (?1 IS NULL OR r.account_id = ?1)
  ORDER BY started_at DESC, n DESC LIMIT 1
) AS n
FROM ids WHERE ids.group_id IS NOT NULL`

/** Sums of what was or may have been paid, per currency, the one used last first. */
export const spent = `
SELECT price_currency AS currency, sum(price_amount) AS amount
FROM renewals INDEXED BY renewals_spent
WHERE account_id = ? AND started_at >= ? AND (outcome = 'renewed' OR open = 1) AND price_amount IS NOT NULL
GROUP BY price_currency ORDER BY max(started_at) DESC`

/** What renewals begun from ?2 on and before ?3 cost: by currency, and by whether that is certain. */
export const paidBetween = `
SELECT price_currency AS currency, open, count(*) AS renewals, coalesce(sum(price_amount), 0) AS amount
FROM renewals INDEXED BY renewals_spent
WHERE account_id = ?1 AND started_at >= ?2 AND started_at < ?3 AND (outcome = 'renewed' OR open = 1)
GROUP BY price_currency, open ORDER BY price_currency`

/** The newest ?3 renewals begun from ?2 on that are paid or may be. Of the long rows only those are read. */
export const payments = `
SELECT coalesce(ended_at, started_at) AS at, open, price_amount AS amount, price_currency AS currency,
  CASE WHEN json_valid(body) THEN json_extract(body, '$.intent.groupName') END AS name
FROM renewals INDEXED BY renewals_spent
WHERE account_id = ?1 AND started_at >= ?2 AND (outcome = 'renewed' OR open = 1)
ORDER BY started_at DESC LIMIT ?3`

/** Rows looked at on each side of one that is to be settled: more cannot be told apart anyway. */
export const mostOthers = 500

// Whatever can have reached the vendor: `not renewed` too, where a person said so.
const maySent = `(open = 1 OR outcome IN ('renewed', 'not renewed'))`

/** Later rows than one (?1), at most ?2 of them. */
export const othersAfter = `
SELECT n FROM renewals
WHERE n > (SELECT n FROM renewals WHERE id = ?1) AND ${maySent}
ORDER BY n LIMIT ?2`

/** Earlier rows than one (?1): the open ones, and those among the ?2 before it. In two parts, so that no part reads it all. */
export const othersBefore = `
WITH own (n) AS (SELECT n FROM renewals WHERE id = ?1)
SELECT r.n AS n FROM own, renewals r WHERE r.n < own.n AND r.n >= own.n - ?2 AND ${maySent}
UNION
SELECT r.n FROM own, renewals r INDEXED BY renewals_open WHERE r.open = 1 AND r.n < own.n
ORDER BY n`
