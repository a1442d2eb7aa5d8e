import { z } from 'zod'
import { amountSchema } from '../../shared/domain/money.ts'
import { outcomeSchema } from '../../shared/domain/renewal.ts'
import { costOf } from '../../shared/domain/rules/cost.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import type { Fields } from './changes.ts'

/** The columns of a journal row that finding and counting need, all derived from its body. */
export interface RenewalColumns extends Record<string, string | number | null> {
  readonly account_id: string
  readonly group_id: string
  readonly started_at: number
  /** When it ended, ms since the epoch; for a row whose result was lost, when it was settled. */
  readonly ended_at: number | null
  /** What it came to by now; null while nothing is known. */
  readonly outcome: string | null
  /** 1 while it may have been paid and is not settled: `unknown` or still `sending`. */
  readonly open: number
  /** 1 when it has its result. */
  readonly finished: number
  readonly price_amount: number | null
  readonly price_currency: string | null
  /** What the history's search looks through: group name and order ids in lower case. */
  readonly search: string
}

// Only what the columns need: the whole form is checked at reading, and a replay of 100,000 rows should be quick.
// A sum that cannot be read is none: it must not hide the row.
const money = z.object({ amount: amountSchema, currency: z.string() })
const promoCodeStatus = z.string().nullable().catch(null)
const shape = z.object({
  intent: z.object({
    accountId: z.string(),
    groupId: z.string(),
    groupName: z.string(),
    startedAt: z.number(),
    request: z.object({ orderIds: z.array(z.string()) }),
    quote: z.object({ price: money, promoCodeStatus }).nullable(),
    balanceBefore: money.nullable().catch(null),
  }),
  result: z
    .object({
      outcome: outcomeSchema,
      endedAt: z.number(),
      balanceAfter: money.nullable().catch(null),
      promoCodeStatus,
    })
    .nullable(),
  settlement: z.object({ outcome: outcomeSchema, at: z.number() }).nullable(),
})

/** The columns of a journal row's body; null when it is no journal row. */
export function derive(fields: Fields): RenewalColumns | null {
  const parsed = shape.safeParse(fields)
  if (!parsed.success) return null
  const { intent, result, settlement } = parsed.data
  const outcome = currentOutcome({ result, settlement })
  // Paid without a quote, it still counts for the day's limit.
  const cost = costOf({ intent, result })
  return {
    account_id: intent.accountId,
    group_id: intent.groupId,
    started_at: intent.startedAt,
    ended_at: result?.endedAt ?? settlement?.at ?? null,
    outcome,
    open: outcome === null || outcome === 'unknown' ? 1 : 0,
    finished: result ? 1 : 0,
    price_amount: cost?.amount ?? null,
    price_currency: cost?.currency ?? null,
    search: searchText([intent.groupName, ...intent.request.orderIds].join('\n')),
  }
}

/** A text as the search compares it. */
export function searchText(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
