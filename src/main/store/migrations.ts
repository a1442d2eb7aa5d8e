import { z } from 'zod'
import type { Change } from './changes.ts'
import { applicationId, type Database } from './database.ts'
import { derive } from './renewalColumns.ts'

/** One step of the schema. Steps are never edited once released; a new one is added. */
export interface Migration {
  /** The schema version it leads to. */
  readonly to: number
  readonly up: (db: Database) => void
  /** Brings a change from an older black box line to this version, where the bodies' form changed. */
  readonly change?: (change: Change) => Change
}

// Times are REAL, ms since the epoch, as the domain's schemas allow fractions; money is INTEGER ten-thousandths.
// Bodies are JSON of the domain's schemas with a checksum each; the columns beside them are derived, for finding.
const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (id TEXT PRIMARY KEY, body TEXT NOT NULL, sum TEXT NOT NULL) STRICT;
CREATE TABLE groups (id TEXT PRIMARY KEY, body TEXT NOT NULL, sum TEXT NOT NULL) STRICT;
CREATE TABLE settings (id TEXT PRIMARY KEY, body TEXT NOT NULL, sum TEXT NOT NULL) STRICT;

CREATE TABLE renewals (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  started_at REAL NOT NULL,
  ended_at REAL,
  outcome TEXT,
  open INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  price_amount INTEGER,
  price_currency TEXT,
  search TEXT NOT NULL,
  sum TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX renewals_listed ON renewals (account_id, open DESC, started_at DESC, n DESC, outcome, group_id);
CREATE INDEX renewals_searched ON renewals (account_id, open DESC, started_at DESC, n DESC, outcome, group_id, search);
CREATE INDEX renewals_by_group ON renewals (group_id, started_at DESC, n DESC, account_id, open, outcome);
CREATE INDEX renewals_spent ON renewals (account_id, started_at, outcome, open, price_currency, price_amount);
CREATE INDEX renewals_renewed ON renewals (ended_at, account_id) WHERE outcome = 'renewed';
CREATE INDEX renewals_open ON renewals (account_id, n) WHERE open = 1;
CREATE INDEX renewals_sending ON renewals (n) WHERE finished = 0;

CREATE TABLE group_prices (group_id TEXT PRIMARY KEY, amount INTEGER NOT NULL, currency TEXT NOT NULL) STRICT;
CREATE TABLE balances (
  account_id TEXT NOT NULL, at REAL NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
  PRIMARY KEY (account_id, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE crossings (account_id TEXT PRIMARY KEY, below_since REAL, told_at REAL) STRICT;
CREATE TABLE order_lists (
  account_id TEXT PRIMARY KEY, body TEXT NOT NULL, not_understood INTEGER NOT NULL, read_at REAL NOT NULL
) STRICT;
CREATE TABLE shown_ends (
  account_id TEXT NOT NULL, order_id TEXT NOT NULL, ends_at REAL NOT NULL,
  PRIMARY KEY (account_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE doubts (account_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE documents (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
`

// What finding needs is taken out of the bodies by SQLite itself, so that no row can say two things.
const second = `
CREATE TABLE auto_switches (
  id TEXT PRIMARY KEY, body TEXT NOT NULL, sum TEXT NOT NULL,
  group_id TEXT GENERATED ALWAYS AS (json_extract(body, '$.groupId')) VIRTUAL,
  asked_at REAL GENERATED ALWAYS AS (json_extract(body, '$.askedAt')) VIRTUAL,
  sending INTEGER GENERATED ALWAYS AS (json_extract(body, '$.end') IS NULL) VIRTUAL
) STRICT;
CREATE INDEX auto_switches_by_group ON auto_switches (group_id);
CREATE INDEX auto_switches_sending ON auto_switches (asked_at, id) WHERE sending = 1;
`

const notHonoured = z.object({ result: z.object({ promoCodeStatus: z.string() }) })

/** Whether a journal row's body is of those that version 2 counts anew, because its promo code was not honoured. */
export function isCountedAnew(fields: unknown): boolean {
  const read = notHonoured.safeParse(fields)
  return read.success && read.data.result.promoCodeStatus !== 'VALID'
}

/** A renewal whose promo code was not honoured cost more than its quote said; version 1 counted the quote. */
function recountPrices(db: Database): void {
  const some = `SELECT id, body FROM renewals WHERE json_extract(body, '$.result.promoCodeStatus') <> 'VALID'`
  for (const { id, body } of db.all(some)) {
    const fields = typeof body === 'string' ? JSON.parse(body) : null
    const columns = isCountedAnew(fields) ? derive(fields) : null
    if (typeof id !== 'string' || !columns) continue
    const { price_amount, price_currency } = columns
    const put = 'UPDATE renewals SET price_amount = ?, price_currency = ? WHERE id = ?'
    db.run(put, price_amount, price_currency, id)
  }
}

/** Every step from an empty file to this app's schema, in order. */
export const migrations: readonly Migration[] = [
  { to: 1, up: (db) => db.exec(first) },
  {
    to: 2,
    up: (db) => {
      db.exec(second)
      recountPrices(db)
    },
  },
]

/** The schema version that a list of steps leads to. */
export function targetVersion(steps: readonly Migration[]): number {
  return steps.at(-1)?.to ?? 0
}

/** Brings a database up to date in one transaction. Throws what the disk says; then it is as before. */
export function migrate(db: Database, steps: readonly Migration[]): void {
  const from = db.pragma('user_version')
  const missing = steps.filter((step) => step.to > from)
  if (missing.length === 0) return
  db.transaction(() => {
    for (const step of missing) step.up(db)
    db.exec(`PRAGMA application_id = ${applicationId}`)
    db.exec(`PRAGMA user_version = ${targetVersion(steps)}`)
  })
}

/** Brings a change written at version `from` to the newest form. */
export function upgradeChange(change: Change, from: number, steps: readonly Migration[]): Change {
  return steps.reduce(
    (current, step) => (step.to > from && step.change ? step.change(current) : current),
    change,
  )
}
