import { z } from 'zod'
import { accountIdSchema } from './account.ts'
import { amountSchema } from './money.ts'
import { orderIdSchema } from './order.ts'
import { proxyTypeSchema } from './proxyType.ts'
import { maxDueDays } from './rules/due.ts'
import { maxOrdersInGroup } from './rules/orderIds.ts'

/** A group's id, made by Leasebar. */
export const groupIdSchema = z.uuid()

/** How many days before its end a group is due. */
export const dueDaysSchema = z.int().min(1).max(maxDueDays)

/** A saved, named set of order ids of one proxy type in one account. */
export const groupSchema = z.object({
  id: groupIdSchema,
  accountId: accountIdSchema,
  name: z.string().min(1).max(80),
  proxyType: proxyTypeSchema,
  orderIds: z.array(orderIdSchema).min(1).max(maxOrdersInGroup),
  rentPeriodDays: z.int().min(1).max(3650),
  promoCode: z.string().min(1).max(80).nullable(),
  showInTray: z.boolean(),
  /** The guard asks when a renewal of this group costs more; null: no limit. */
  priceLimit: amountSchema.nullable(),
  /** It is due so many days before its end; null: as the settings say. Groups stored by earlier versions have none. */
  dueDays: dueDaysSchema.nullable().default(null),
  createdAt: z.number(),
  updatedAt: z.number(),
})
/** A saved, named set of order ids. */
export type Group = z.infer<typeof groupSchema>

/** What a renewal of a group is priced by, and in which account. */
export const renewalTermsSchema = groupSchema.pick({
  accountId: true,
  proxyType: true,
  orderIds: true,
  rentPeriodDays: true,
  promoCode: true,
})
/** What a renewal of a group is priced by, and in which account. */
export type RenewalTerms = z.infer<typeof renewalTermsSchema>

/**
 * The editor's fields as typed. Main checks them by rules/groupDraft.ts and answers field by field, so that nothing
 * typed is lost. Bounds here are only against floods.
 */
export const groupDraftSchema = z.object({
  /** Null for a new group. */
  id: groupIdSchema.nullable(),
  accountId: accountIdSchema,
  name: z.string().max(2000),
  proxyType: proxyTypeSchema,
  orderIds: z.string().max(400_000),
  rentPeriodDays: z.string().max(200),
  promoCode: z.string().max(2000),
  showInTray: z.boolean(),
  /** A decimal as typed; empty: no limit. */
  priceLimit: z.string().max(200),
  /** Whole days as typed; empty: as the settings say. */
  dueDays: z.string().max(200),
})
/** The editor's fields as typed. */
export type GroupDraft = z.infer<typeof groupDraftSchema>
