import { z } from 'zod'
import { amountSchema, moneySchema } from './money.ts'

/** `VALID`, `NO_VALID` (a renewal still goes through, at full price), null (no code was sent), or another word of the vendor's. */
export const promoCodeStatusSchema = z.string().max(40).nullable()

/** An error or warning in the vendor's words. */
export const vendorErrorSchema = z.object({ code: z.int(), message: z.string().max(300) })
/** An error or warning in the vendor's words. */
export type VendorError = z.infer<typeof vendorErrorSchema>

/** The vendor's price for renewing a group now. */
export const quoteSchema = z.object({
  price: moneySchema,
  /** Discount as an amount of the same currency; null when the vendor gave none. */
  discount: amountSchema.nullable(),
  promoCodeStatus: promoCodeStatusSchema,
  warnings: z.array(vendorErrorSchema).max(20),
  /** The balance told with the quote; null when it was left out. */
  balance: moneySchema.nullable(),
  /** When the answer came, ms since the epoch. */
  at: z.number(),
})
/** The vendor's price for renewing a group now. */
export type Quote = z.infer<typeof quoteSchema>
