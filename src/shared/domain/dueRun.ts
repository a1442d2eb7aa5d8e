import { z } from 'zod'
import { accountIdSchema } from './account.ts'
import { findingSchema } from './finding.ts'
import { groupIdSchema } from './group.ts'
import { amountSchema, moneySchema } from './money.ts'
import { promoCodeStatusSchema } from './quote.ts'
import { outcomeSchema } from './renewal.ts'

/** The most groups of one run: as many as a snapshot may hold. */
export const maxDueRows = 5000

/**
 * How far a group of a run has come.
 * Plan: `waiting` for its quote, `quoting`, `priced`, `no-price` (refused at the quote, no key, no usable answer).
 * Payment: `left-out` (not ticked), `paying`, `ended` (see `outcome`), `asks` (more was found than was agreed to, so it
 * was not paid), `short` (the balance does not cover it: the run stopped here), `changed` (the group was edited or
 * deleted since), `not-tried` (the run stopped before it, or while it was looked at; nothing was sent).
 */
export const dueRowStatusSchema = z.enum([
  'waiting',
  'quoting',
  'priced',
  'no-price',
  'left-out',
  'paying',
  'ended',
  'asks',
  'short',
  'changed',
  'not-tried',
])
/** How far a group of a run has come. */
export type DueRowStatus = z.infer<typeof dueRowStatusSchema>

/** One group of a run. */
export const dueRowSchema = z.object({
  groupId: groupIdSchema,
  groupName: z.string().max(80),
  accountId: accountIdSchema,
  orderCount: z.int(),
  rentPeriodDays: z.int(),
  /** The soonest end of its orders when the plan was asked for, ms since the epoch; null: not known. */
  endsAt: z.number().nullable(),
  status: dueRowStatusSchema,
  /** The price of the plan; null: there is none. */
  price: moneySchema.nullable(),
  discount: amountSchema.nullable(),
  promoCode: z.string().max(80).nullable(),
  promoCodeStatus: promoCodeStatusSchema,
  /** What the guard found for the plan; once it `asks`, what it found at its turn. */
  findings: z.array(findingSchema).max(2100),
  /** Ticked. Without a price it never is. */
  included: z.boolean(),
  /** Whether the balance covers it after everything ticked before it; false where there is no price. */
  covered: z.boolean(),
  /** The balance after it: by the plan, once paid by the vendor's word. Null: not known or not comparable. */
  balanceAfter: moneySchema.nullable(),
  /** What its renewal came to; null while there is none. */
  outcome: outcomeSchema.nullable(),
  renewalId: z.uuid().nullable(),
  /** Why it has no price, was not paid or not tried, or what its renewal came to; null: nothing to say. */
  words: z.string().max(1000).nullable(),
})
/** One group of a run. */
export type DueRow = z.infer<typeof dueRowSchema>

/**
 * What stopped a run. `funds` and `key` (refused by the vendor) stop the account's groups, everything else the whole
 * run. `waited`: one group took more than five minutes, as after a sleep. `disk`: an outcome could not be written.
 * `expired`: `Pay` came too late. `failed`: a bug.
 */
export const dueStopSchema = z.object({
  kind: z.enum(['funds', 'key', 'unknown', 'person', 'quitting', 'disk', 'waited', 'expired', 'failed']),
  /** The account whose groups are stopped; null: all. */
  accountId: accountIdSchema.nullable(),
  /** The group at which it happened; null: at none. */
  groupId: groupIdSchema.nullable(),
  words: z.string().max(1000),
})
/** What stopped a run. */
export type DueStop = z.infer<typeof dueStopSchema>

/** One account of a run: its money before, after the plan, and now. Null: not known, or not comparable with a price. */
export const dueAccountSchema = z.object({
  accountId: accountIdSchema,
  accountName: z.string().max(80),
  balanceBefore: moneySchema.nullable(),
  balanceAfter: moneySchema.nullable(),
  balanceNow: moneySchema.nullable(),
  /** What is to be paid from it, one sum a currency. */
  sums: z.array(moneySchema).max(50),
})
/** One account of a run. */
export type DueAccount = z.infer<typeof dueAccountSchema>

/**
 * Several groups renewed in one go, as windows show it: the plan, then its payment. It lives in memory only.
 * `kind`: `due` (`Renew all due`: what was due when it was asked for) or `selected` (what a person selected in the list).
 */
export const dueRunSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['due', 'selected']),
  /** The account whose groups it is about; null: every account's. */
  scope: accountIdSchema.nullable(),
  phase: z.enum(['quoting', 'asking', 'paying', 'ended']),
  /** In the order of payment: earliest end first. */
  rows: z.array(dueRowSchema).max(maxDueRows),
  accounts: z.array(dueAccountSchema).max(100),
  /** How many groups `Pay` would pay for, and what: one sum a currency, never added up across them. */
  count: z.int(),
  sums: z.array(moneySchema).max(50),
  /** What was paid by now, by the quotes of what was renewed: one sum a currency. */
  paid: z.array(moneySchema).max(50),
  /** The vendor asked to wait: when the next quote is asked for, ms since the epoch. Null: at the usual pace. */
  waitsUntil: z.number().nullable(),
  /** What `Pay` spends. A tick changes its id, so that what is paid is what was shown. Null: nothing to press. */
  confirmation: z.object({ id: z.uuid(), expiresAt: z.number() }).nullable(),
  /** `Stop after this one` was pressed. */
  stopping: z.boolean(),
  /** What stopped it, in the order of happening; empty: nothing did. */
  stops: z.array(dueStopSchema).max(200),
})
/** Several groups renewed in one go, as windows show it. */
export type DueRun = z.infer<typeof dueRunSchema>
