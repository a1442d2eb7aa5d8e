import type { VendorClient } from '../vendor/client.ts'

/**
 * The client until the app closes: an answer that comes later is never given, because whoever waits for it would
 * write into a store that is closed. A renewal cut off so is found `sending` at the next start, and is `unknown`.
 */
export function untilClosed(client: VendorClient, closed: () => boolean): VendorClient {
  const heldBack = new Promise<never>(() => undefined)
  const guarded =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const answer = await call(...args)
      return closed() ? heldBack : answer
    }
  return {
    quote: guarded(client.quote),
    extend: guarded(client.extend),
    balance: guarded(client.balance),
    periods: guarded(client.periods),
    promoCodes: guarded(client.promoCodes),
    orders: guarded(client.orders),
    autoExtend: guarded(client.autoExtend),
    pacing: client.pacing,
  }
}
