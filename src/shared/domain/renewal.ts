import { z } from 'zod'
import { accountIdSchema } from './account.ts'
import { findingSchema } from './finding.ts'
import { groupIdSchema } from './group.ts'
import { amountSchema, moneySchema } from './money.ts'
import { orderEndSchema, orderIdSchema } from './order.ts'
import { proxyTypeSchema } from './proxyType.ts'
import { promoCodeStatusSchema, quoteSchema, vendorErrorSchema } from './quote.ts'
import { outcomes } from './rules/outcomes.ts'

/** What is known of a renewal. */
export const outcomeSchema = z.enum(outcomes)
export type { Outcome } from './rules/outcomes.ts'

/** Where a renewal was asked for. */
export const renewalSourceSchema = z.enum(['window', 'tray', 'notification', 'command-line', 'batch'])
/** Where a renewal was asked for. */
export type RenewalSource = z.infer<typeof renewalSourceSchema>

/** The body of the one paid request, as it goes on the wire (vendor doc: extend/order). */
export const extendRequestSchema = z.object({
  proxyType: proxyTypeSchema,
  orderIds: z.array(orderIdSchema).min(1).max(2000),
  rentPeriodDays: z.int().min(1).max(3650),
  promoCode: z.string().min(1).max(80).optional(),
})
/** The body of the one paid request. */
export type ExtendRequest = z.infer<typeof extendRequestSchema>

/** Limits in force when a renewal was sent; null: none. */
export const limitsSchema = z.object({
  group: amountSchema.nullable(),
  account: amountSchema.nullable(),
  day: amountSchema.nullable(),
})
/** Limits in force when a renewal was sent. */
export type Limits = z.infer<typeof limitsSchema>

/** The row written, committed and synced before the first byte of a paid request goes out (DESIGN.md, Journal). */
export const renewalIntentSchema = z.object({
  id: z.uuid(),
  accountId: accountIdSchema,
  accountName: z.string().max(80),
  groupId: groupIdSchema,
  groupName: z.string().max(80),
  source: renewalSourceSchema,
  startedAt: z.number(),
  /** The vendor's own clock as it answered the quote, ms since the epoch: ours may be set. Null or absent: not told. */
  vendorAt: z.number().nullable().optional(),
  request: extendRequestSchema,
  quote: quoteSchema.nullable(),
  balanceBefore: moneySchema.nullable(),
  /** Every order's end as it was known before, for settling. */
  endsBefore: z.array(orderEndSchema).max(2000),
  /** When those ends were read, ms since the epoch; null: never. */
  endsReadAt: z.number().nullable(),
  /** True when they were read on the way to this very renewal, in its account's lane: nothing of ours came between. */
  endsFresh: z.boolean().default(false),
  limits: limitsSchema,
  /** The findings that a person confirmed with `Renew anyway`. */
  confirmed: z.array(findingSchema).max(2100),
})
/** The row written before the money moves. */
export type RenewalIntent = z.infer<typeof renewalIntentSchema>

/** What an attempt came to: the second half of a journal row. */
export const renewalResultSchema = z.object({
  outcome: outcomeSchema,
  /** Where it ended: at the quote (nothing was sent), before sending, or in the exchange. */
  stage: z.enum(['quote', 'before-sending', 'exchange']),
  endedAt: z.number(),
  /** One sentence for a person: what happened, what it means for the money. */
  detail: z.string().max(1000),
  /** Oddities of a reply that was taken for success, such as a promo code that was not honoured. */
  remarks: z.array(z.string().max(400)).max(20),
  vendorError: vendorErrorSchema.nullable(),
  promoCodeStatus: promoCodeStatusSchema,
  balanceAfter: moneySchema.nullable(),
  /** Number of addresses the vendor says it renewed; null when it did not say. */
  quantity: z.int().nullable(),
  httpStatus: z.int().nullable(),
  /** The raw reply, redacted and bounded; null when none came. */
  reply: z.string().max(70_000).nullable(),
})
/** What an attempt came to. */
export type RenewalResult = z.infer<typeof renewalResultSchema>

/** How an `unknown` was settled. */
export const settlementSchema = z.object({
  outcome: z.enum(['renewed', 'not renewed']),
  by: z.enum(['person', 'evidence']),
  at: z.number(),
  /** What was known when it was settled, in words. */
  evidence: z.array(z.string().max(400)).max(2100),
})
/** How an `unknown` was settled. */
export type Settlement = z.infer<typeof settlementSchema>

/**
 * What an order's end says of one renewal. `moved`: on by its period, and nothing else explains it. `unmoved`: as
 * without it. `unclear`: both fit, as when another renewal of the order is unknown too. `odd`: neither fits.
 * `unreadable`: it could not be read before or after.
 */
export const movementSchema = z.enum(['moved', 'unmoved', 'unclear', 'odd', 'unreadable'])
/** What an order's end says of one renewal. */
export type Movement = z.infer<typeof movementSchema>

/** What the looks at an `unknown` have shown of the balance: a restart must not forget it. */
export const balancesSchema = z.object({
  /** The least that was ever missing, negative where the balance had risen; null: nobody knows. */
  least: amountSchema.nullable(),
  /** Money that was missing at a look and is explained by nothing since, with the renewals that could have taken it. */
  missing: z.array(z.object({ amount: amountSchema, by: z.array(z.uuid()).max(50) })).max(20),
})

/** The last look at the vendor to settle an `unknown`: what was read, and what it says. */
export const checkSchema = z.object({
  /** When the vendor was asked, ms since the epoch. */
  at: z.number(),
  /** Null: it could not be read. */
  balance: moneySchema.nullable(),
  orders: z
    .array(z.object({ orderId: orderIdSchema, endsAt: z.number().nullable(), movement: movementSchema }))
    .max(2000),
  /** What it comes to and why it is not settled yet, in words. */
  notes: z.array(z.string().max(400)).max(20),
  /** Absent in rows of earlier versions. */
  balances: balancesSchema.optional(),
})
/** The last look at the vendor to settle an `unknown`. */
export type Check = z.infer<typeof checkSchema>

/**
 * A renewal in the journal: intent, then result, then perhaps the ends read afterwards, a check of an `unknown` and
 * its settlement.
 */
export const renewalSchema = z.object({
  intent: renewalIntentSchema,
  /** Null while the row is still `sending`. */
  result: renewalResultSchema.nullable(),
  settlement: settlementSchema.nullable(),
  /** Every order's end as read after the exchange; empty until read. */
  endsAfter: z.array(orderEndSchema).max(2000),
  /** The last look at the vendor to settle it; null: none, or it was never unknown. */
  check: checkSchema.nullable().default(null),
  /** True when the result is held in memory only because the disk refused it. */
  unsaved: z.boolean(),
})
/** A renewal in the journal. */
export type Renewal = z.infer<typeof renewalSchema>
