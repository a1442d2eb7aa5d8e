import { z } from 'zod'
import type { Amount } from './rules/money.ts'

export type { Amount, Money } from './rules/money.ts'

/** An amount as it crosses a border: a safe integer of ten-thousandths. */
export const amountSchema = z.custom<Amount>((value) => Number.isSafeInteger(value))

/** A sum with its currency; bounded, because the currency's text is the vendor's. */
export const moneySchema = z.object({ amount: amountSchema, currency: z.string().max(16) })
