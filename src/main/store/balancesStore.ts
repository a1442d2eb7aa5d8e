import { z } from 'zod'
import type { BalancePoint } from '../../shared/contract/snapshot.ts'
import { type Money, moneySchema } from '../../shared/domain/money.ts'
import { day } from '../../shared/domain/rules/ends.ts'
import type { Row } from './database.ts'
import type { StoreParts } from './records.ts'

/** Where an account stands with its threshold. Both in ms since the epoch. */
export interface Crossing {
  /** Since when the balance is below; null: it is not. */
  readonly belowSince: number | null
  /** When the person was last told; null: not for this crossing. */
  readonly toldAt: number | null
}

/** The balances read, over time. What the disk refuses here is told and otherwise lost: it can be read again. */
export interface BalancesStore {
  /** `at`: ms since the epoch. */
  readonly add: (accountId: string, money: Money, at: number) => void
  readonly latest: (accountId: string) => { readonly money: Money; readonly at: number } | null
  /** Points at or after `since` (ms since the epoch), oldest first; before them the last earlier one, which held then. */
  readonly since: (accountId: string, since: number) => BalancePoint[]
  readonly crossing: (accountId: string) => Crossing
  readonly setCrossing: (accountId: string, crossing: Crossing) => void
}

const pointSchema = moneySchema.extend({ at: z.number() })
const crossingSchema = z.object({ below_since: z.number().nullable(), told_at: z.number().nullable() })

const fromThen = `
SELECT at, amount, currency FROM balances
WHERE account_id = ?1
  AND at >= coalesce((SELECT max(at) FROM balances WHERE account_id = ?1 AND at <= ?2), ?2)
ORDER BY at`

/** For so long every change is kept; of the days before, in UTC, only the last figure. In ms. */
const keptWhole = 30 * day

// The newest figure is the last of its day, so that this can never take it.
const thinOut = `
DELETE FROM balances WHERE account_id = ?1 AND at < ?2 AND EXISTS (
  SELECT 1 FROM balances AS later
  WHERE later.account_id = ?1 AND later.at > balances.at
    AND later.at < (CAST(balances.at / ${day} AS INTEGER) + 1) * ${day}
)`

/** Makes the balances' part of the store. */
export function balancesStore({ db, writer }: StoreParts): BalancesStore {
  const newest = (accountId: string, count: number) =>
    points(db.all('SELECT * FROM balances WHERE account_id = ? ORDER BY at DESC LIMIT ?', accountId, count))
  /** When each account was last thinned out, ms since the epoch; a start begins anew. */
  const thinnedAt = new Map<string, number>()
  function thin(accountId: string, at: number, before: number): void {
    const last = thinnedAt.get(accountId)
    // A clock that was set back must not put it off.
    if (last !== undefined && Math.abs(at - last) < day) return
    // Nor one that is far ahead for some hours bring it forward: after a gap it waits until the next day's figure.
    const now = Math.min(at, before + day)
    db.run(thinOut, accountId, Math.floor((now - keptWhole) / day) * day)
    thinnedAt.set(accountId, at)
  }
  return {
    add: (accountId, money, at) =>
      writer.localOrTell(() => {
        const [last, before] = newest(accountId, 2)
        // A plateau is kept by its two ends: read every ten minutes, a year would be 50,000 rows of nothing new.
        if (last && before && last.at < at && isSame(last, money) && isSame(before, money)) {
          db.run('DELETE FROM balances WHERE account_id = ? AND at = ?', accountId, last.at)
        }
        const insert =
          'INSERT OR REPLACE INTO balances (account_id, at, amount, currency) VALUES (?, ?, ?, ?)'
        // After a clock that was ahead the newest figure still has to be the last one.
        const when = last && last.at > at ? last.at + 1 : at
        db.run(insert, accountId, when, money.amount, money.currency)
        thin(accountId, at, last?.at ?? at)
      }),
    latest: (accountId) => {
      const [point] = newest(accountId, 1)
      return point ? { money: { amount: point.amount, currency: point.currency }, at: point.at } : null
    },
    since: (accountId, since) => points(db.all(fromThen, accountId, since)),
    crossing: (accountId) => {
      const row = crossingSchema.safeParse(db.get('SELECT * FROM crossings WHERE account_id = ?', accountId))
      return row.success
        ? { belowSince: row.data.below_since, toldAt: row.data.told_at }
        : { belowSince: null, toldAt: null }
    },
    setCrossing: (accountId, { belowSince, toldAt }) =>
      writer.localOrTell(() => {
        const put = 'INSERT OR REPLACE INTO crossings (account_id, below_since, told_at) VALUES (?, ?, ?)'
        db.run(put, accountId, belowSince, toldAt)
      }),
  }
}

function isSame(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency
}

function points(rows: readonly Row[]): BalancePoint[] {
  return rows.flatMap((row) => pointSchema.safeParse(row).data ?? [])
}
