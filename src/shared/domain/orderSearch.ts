import { z } from 'zod'
import { maxOrdersInGroup } from './rules/orderIds.ts'

/**
 * The search for the orders of a group that the vendor does not accept (error 29), as windows show it. It asks for
 * quotes only: nothing is paid by it.
 */
export const orderSearchSchema = z.object({
  /** `failed`: no usable answer, or another error; `stopped`: by the person. Both keep what was found so far. */
  state: z.enum(['asking', 'done', 'stopped', 'failed']),
  /** Orders of the group it is about. */
  orders: z.int(),
  /** Quotes that were answered. */
  asked: z.int(),
  /** Quotes that it takes at most, for as many bad ids as are known by now. */
  most: z.int(),
  /** Ids that the vendor does not accept, in the group's order. */
  bad: z.array(z.string().max(64)).max(maxOrdersInGroup),
  /** The vendor asked to wait: when the next quote is asked for, ms since the epoch. Null: at the usual pace. */
  waitsUntil: z.number().nullable(),
  /** Why it failed, in Leasebar's words; null when it did not. */
  problem: z.string().max(400).nullable(),
  /** What was answered to that, in the words of the vendor, the network or the keychain; null: nothing to add. */
  said: z.string().max(400).nullable(),
})
/** The search for the orders of a group that the vendor does not accept, as windows show it. */
export type OrderSearch = z.infer<typeof orderSearchSchema>
