import { z } from 'zod'
import { amountSchema } from '../../shared/domain/money.ts'
import { zero } from '../../shared/domain/rules/money.ts'
import type { Payment, Spend } from '../../shared/domain/spending.ts'
import type { Row } from './database.ts'

const sumSchema = z.object({
  currency: z.string().nullable(),
  open: z.number(),
  renewals: z.number(),
  amount: amountSchema,
})

/** What the rows of `paidBetween` say, one a currency. */
export function spendOf(rows: readonly Row[]): Spend[] {
  const spent = new Map<string | null, Spend>()
  for (const { currency, open, renewals, amount } of sumSchema.array().parse(rows)) {
    const sofar = spent.get(currency) ?? { currency, renewed: 0, paid: zero, maybe: 0, maybePaid: zero }
    const more = open === 1 ? { maybe: renewals, maybePaid: amount } : { renewed: renewals, paid: amount }
    spent.set(currency, { ...sofar, ...more })
  }
  return [...spent.values()]
}

const paymentRow = z.object({
  at: z.number(),
  open: z.number(),
  amount: amountSchema.nullable(),
  currency: z.string().nullable(),
  name: z.string().nullable(),
})

/** What the rows of `payments` say, oldest first. A row whose body is damaged still has its sum, and no name. */
export function paymentsOf(rows: readonly Row[]): Payment[] {
  return paymentRow
    .array()
    .parse(rows)
    .map(
      ({ at, open, amount, currency, name }): Payment => ({
        at,
        groupName: name ?? '',
        price: amount === null || currency === null ? null : { amount, currency },
        outcome: open === 1 ? 'unknown' : 'renewed',
      }),
    )
    .reverse()
}
