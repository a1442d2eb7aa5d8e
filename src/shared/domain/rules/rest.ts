import { currentOutcome, type Outcome } from './outcomes.ts'

/** The parts of a renewal that tell what stayed behind. */
interface Checked {
  readonly result: { readonly outcome: Outcome } | null
  readonly settlement: { readonly outcome: Outcome } | null
  readonly check: {
    readonly orders: readonly { readonly orderId: string; readonly movement: string }[]
  } | null
}

/**
 * The orders of an `unknown` whose ends did not move while those of others did (DESIGN.md, Settle: partial movement).
 * Empty for anything else: where nothing moved at all, the whole renewal is still open.
 */
export function restOf(renewal: Checked): string[] {
  const orders = renewal.check?.orders ?? []
  if (currentOutcome(renewal) !== 'unknown' || !orders.some(({ movement }) => movement === 'moved')) return []
  return orders.filter(({ movement }) => movement === 'unmoved').map(({ orderId }) => orderId)
}
