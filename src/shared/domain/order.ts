import { z } from 'zod'
import { proxyTypeSchema } from './proxyType.ts'
import { maxOrderIdLength } from './rules/orderIds.ts'

/** An order id: text from end to end, never a number. */
export const orderIdSchema = z
  .string()
  .max(maxOrderIdLength)
  .regex(/^[0-9A-Za-z_-]+$/)

/** A country in the vendor's own spelling (`DEU`). */
export const countrySchema = z.string().max(40)

/** An order as the vendor lists it, without logins or passwords (dropped at the door). */
export const liveOrderSchema = z.object({
  orderId: orderIdSchema,
  proxyType: proxyTypeSchema.nullable(),
  addresses: z.int().nonnegative(),
  /** How many of the vendor's records of it say again what one said before; each address counts once. */
  repeated: z.int().nonnegative().default(0),
  /** A few of its IP addresses, to recognise it by. */
  sample: z.array(z.string().max(64)).max(3),
  countries: z.array(countrySchema).max(20),
  /** Soonest end of its addresses, ms since the epoch; null where it cannot be read. */
  endsAt: z.number().nullable(),
  /** How many of its addresses have an end that stands there and cannot be read: it may be sooner than `endsAt`. */
  oddEnds: z.int().nonnegative().default(0),
  /** True when the vendor renews it by itself; null where it is not said. */
  autoExtend: z.boolean().nullable(),
})
/** An order as the vendor lists it. */
export type LiveOrder = z.infer<typeof liveOrderSchema>

/**
 * The end of an order at one moment, ms since the epoch; null: it could not be read. `addresses`: of how many it was the
 * soonest; absent: not known.
 */
export const orderEndSchema = z.object({
  orderId: orderIdSchema,
  endsAt: z.number().nullable(),
  addresses: z.int().nonnegative().optional(),
})
/** The end of an order at one moment. */
export type OrderEnd = z.infer<typeof orderEndSchema>
