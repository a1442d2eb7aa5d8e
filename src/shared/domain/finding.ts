import { z } from 'zod'
import { moneySchema } from './money.ts'
import { orderIdSchema } from './order.ts'
import { promoCodeStatusSchema, vendorErrorSchema } from './quote.ts'

const orderIds = z.array(orderIdSchema).max(2000)

/** Something the guard found off about a renewal, with the figure that it names (DESIGN.md, Guard). */
export const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quote-warning'), warning: vendorErrorSchema }),
  z.object({ kind: z.literal('price-above-balance'), price: moneySchema, balance: moneySchema }),
  z.object({
    kind: z.literal('promo-not-valid'),
    promoCode: z.string().max(80),
    status: promoCodeStatusSchema,
    price: moneySchema.nullable(),
  }),
  z.object({
    kind: z.literal('over-limit'),
    limitOf: z.enum(['group', 'account', 'day']),
    limit: moneySchema,
    /** What would be paid: the price, or for the day's limit the day's sum with it. */
    sum: moneySchema,
  }),
  z.object({ kind: z.literal('price-rose'), lastShown: moneySchema, price: moneySchema }),
  z.object({ kind: z.literal('no-quote'), reason: z.string().max(300) }),
  z.object({ kind: z.literal('currency-differs'), price: z.string().max(16), balance: z.string().max(16) }),
  z.object({
    kind: z.literal('unknown-before'),
    renewalId: z.uuid(),
    orderIds,
    startedAt: z.number(),
    /** What may be paid twice; null when no price was ever quoted. */
    sum: moneySchema.nullable(),
  }),
  z.object({ kind: z.literal('renewed-lately'), orderIds, at: z.number() }),
  z.object({ kind: z.literal('end-moved'), orderId: orderIdSchema, from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('auto-extend-soon'), orderIds, endsAt: z.number() }),
  z.object({ kind: z.literal('restored-database') }),
])
/** Something the guard found off about a renewal. */
export type Finding = z.infer<typeof findingSchema>
