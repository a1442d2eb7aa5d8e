import { z } from 'zod'
import { accountIdSchema } from './account.ts'
import { groupIdSchema } from './group.ts'
import { orderIdSchema } from './order.ts'
import { proxyTypeSchema } from './proxyType.ts'
import { vendorErrorSchema } from './quote.ts'
import { autoExtendStates, switchEnds } from './rules/autoExtend.ts'
import { maxOrdersInGroup } from './rules/orderIds.ts'

/** The body of a request that switches the vendor's auto-extend (vendor doc: extend/order/auto), as it goes on the wire. */
export const autoExtendRequestSchema = z.object({
  proxyType: proxyTypeSchema,
  orderIds: z.array(orderIdSchema).min(1).max(maxOrdersInGroup),
  /** Days of each renewal; the vendor wants them even to switch it off. */
  rentPeriodDays: z.int().min(1).max(3650),
  autoExtend: z.boolean(),
})
/** The body of a request that switches the vendor's auto-extend. */
export type AutoExtendRequest = z.infer<typeof autoExtendRequestSchema>

/**
 * What a switch came to. `switched`: the vendor said yes. `refused`: it said no. `not sent`: no byte can have reached
 * it. `unknown`: no usable answer came; how it stands is read from the vendor's list, and nothing is sent again.
 */
export const autoSwitchEndSchema = z.object({
  kind: z.enum(switchEnds),
  /** Ms since the epoch. */
  at: z.number(),
  /** What happened, for a person; redacted. */
  detail: z.string().max(1000),
  vendorError: vendorErrorSchema.nullable(),
  httpStatus: z.int().nullable(),
  /** The raw reply, redacted and bounded; null when none came. */
  reply: z.string().max(8000).nullable(),
})
/** What a switch came to. */
export type AutoSwitchEnd = z.infer<typeof autoSwitchEndSchema>

/** One press of `Switch on` or `Switch off`: written before the request goes out, with what came of it. */
export const autoSwitchSchema = z.object({
  id: z.uuid(),
  accountId: accountIdSchema,
  accountName: z.string().max(80),
  groupId: groupIdSchema,
  groupName: z.string().max(80),
  /** Ms since the epoch. */
  askedAt: z.number(),
  request: autoExtendRequestSchema,
  /** Null while it is on its way; found so at a start, it is `unknown`. */
  end: autoSwitchEndSchema.nullable(),
})
/** One press of `Switch on` or `Switch off`. */
export type AutoSwitch = z.infer<typeof autoSwitchSchema>

/** The last switch as a group's view shows it; the whole row is read by a channel of its own. */
const lastSwitchSchema = z.object({
  on: z.boolean(),
  rentPeriodDays: z.int(),
  askedAt: z.number(),
  /** Null: on its way. */
  end: autoSwitchEndSchema.pick({ kind: true, at: true, detail: true }).nullable(),
})
/** How the vendor's auto-extend stands for a group, as windows show it; see rules/autoExtend.ts. */
export const autoExtendViewSchema = z.object({
  state: z.enum(autoExtendStates),
  orders: z.int(),
  on: z.int(),
  unsaid: z.int(),
  notListed: z.int(),
  /** A press that has not come to its end: to on, or to off; null: none. */
  switching: z.enum(['on', 'off']).nullable(),
  last: lastSwitchSchema.nullable(),
})
/** How the vendor's auto-extend stands for a group, as windows show it. */
export type AutoExtendView = z.infer<typeof autoExtendViewSchema>
