/**
 * The embedded vendor: an own implementation of the vendor's API on loopback, for practice accounts, demos and
 * tests. It shares no code with the client of that API, so that both cannot agree on the same mistake.
 */
export type { LedgerEntry } from './ledger.ts'
export { practiceWorld } from './seed.ts'
export { type PracticeVendor, startVendor } from './server.ts'
export type { ListingShape, ProxyType } from './types.ts'
export { createWorld, type VendorWorld, type WorldOptions } from './world.ts'
