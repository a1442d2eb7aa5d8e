import { z } from 'zod'
import { amountSchema, moneySchema } from './money.ts'

/**
 * What renewals cost in one currency: sums never cross currencies or accounts. `unknown` ones, and those still on
 * their way, count apart: they may have been paid.
 */
export const spendSchema = z.object({
  /** Null: renewals whose price nobody knows; then the sums are nothing. */
  currency: z.string().max(16).nullable(),
  /** Number of renewals that went through. */
  renewed: z.int().min(0),
  /** What those cost. */
  paid: amountSchema,
  /** Number of renewals that may have been paid. */
  maybe: z.int().min(0),
  /** What those cost, if they were. */
  maybePaid: amountSchema,
})
/** What renewals cost in one currency. */
export type Spend = z.infer<typeof spendSchema>

/** What an account's renewals of one month cost, a sum for each currency. */
export const monthSpendSchema = z.object({
  /** The month's first moment in the machine's time zone, ms since the epoch. */
  from: z.number(),
  /** The next month's first moment. */
  to: z.number(),
  spent: z.array(spendSchema).max(50),
})
/** What an account's renewals of one month cost. */
export type MonthSpend = z.infer<typeof monthSpendSchema>

/** A renewal as the balance's chart marks it: paid, or `unknown`, which may have been paid. */
export const paymentSchema = z.object({
  /** When it ended, else when it began, ms since the epoch: where the balance fell. */
  at: z.number(),
  groupName: z.string().max(80),
  /** Null: not known. */
  price: moneySchema.nullable(),
  outcome: z.enum(['renewed', 'unknown']),
})
/** A renewal as the balance's chart marks it. */
export type Payment = z.infer<typeof paymentSchema>
