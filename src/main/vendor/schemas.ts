import { z } from 'zod'
import { type Amount, parseAmount } from '../../shared/domain/rules/money.ts'

/** An error as the vendor writes it (vendor doc: `{code: int, message: string}`). */
export const wireErrorSchema = z.object({ code: z.int(), message: z.string() })

/** What every reply has (vendor doc): strict, because money is judged by it. */
export const envelopeSchema = z.object({ success: z.boolean(), error: wireErrorSchema.nullish() })

// On failure the other fields are null, 0 or [], differently per endpoint, and on success the money may be gone
// whatever they look like: an unreadable one becomes null and never an error.
const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)
const count = z
  .int()
  .nonnegative()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)
const flag = z
  .boolean()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)
const amount = z
  .union([z.number(), z.string()])
  .nullish()
  .catch(null)
  .transform((value): Amount | null => (value === null || value === undefined ? null : parseAmount(value)))
const anything = z.unknown().optional()

/** Balance and currency, which is `currency` in some replies and `currencyCode` in others (API.md). */
const balanceFields = { balance: amount, currency: text, currencyCode: text }

/** `balance` (D). */
export const balanceSchema = z.object(balanceFields)

/** `extend/order` and `extend/order/auto` (S, D), the fields that are not judged by. */
export const extendFieldsSchema = z.object({
  ...balanceFields,
  proxyType: text,
  rentPeriodDays: count,
  quantity: count,
  promoCodeStatus: text,
})

/** `calculate/extend/order` (D). */
export const quoteFieldsSchema = z.object({
  ...balanceFields,
  price: amount,
  discount: amount,
  promoCodeStatus: text,
  warnings: anything,
})

/** `rentPeriod` (D). */
export const periodsSchema = z.object({ rentPeriodDays: z.array(z.unknown()) })

/** `promoCode` (D). */
export const promoCodesSchema = z.object({ promoCodes: z.array(z.unknown()) })

/** One promo code (D); the dates are ISO 8601. */
export const promoCodeSchema = z.object({
  code: z.string().min(1).max(80),
  discount: z
    .union([z.number(), z.string().regex(/^\s*-?\d+(\.\d+)?\s*$/)])
    .nullish()
    .catch(null)
    .transform((value) => (value === null || value === undefined ? null : Number(value))),
  endDate: anything,
  endless: flag,
})

/** What is read of a rented address (C). Its logins and passwords are not even looked at. */
export const addressRecordSchema = z.object({
  ipAddressId: anything,
  id: anything,
  ipAddressIp: text,
  ipAddress: text,
  ip: text,
  orderId: anything,
  proxyType: text,
  country: text,
  dateEnd: anything,
  extendInfo: z
    .object({ autoExtend: flag })
    .nullish()
    .catch(null)
    .transform((value) => value?.autoExtend ?? null),
})
/** What is read of a rented address. */
export type AddressRecord = z.infer<typeof addressRecordSchema>
