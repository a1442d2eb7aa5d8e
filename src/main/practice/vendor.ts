/**
 * The embedded vendor: an own implementation of the vendor's API on loopback, for practice accounts, demos and
 * tests. It shares no code with the client of that API, so that both cannot agree on the same mistake.
 */
export type { LedgerEntry } from './ledger.ts'
export type { Amount } from './money.ts'
export { practiceWorld } from './seed.ts'
export {
  type Exchange,
  type FaultDesk,
  type PracticeVendor,
  startVendor,
  type VendorOptions,
} from './server.ts'
export type { AccountSeed, OrderSeed, PromoSeed } from './stock.ts'
export type { Charge, EndpointName, ListingShape, ProxyType, VendorAccount, VendorOrder } from './types.ts'
export { createWorld, type VendorWorld, type WorldOptions } from './world.ts'
