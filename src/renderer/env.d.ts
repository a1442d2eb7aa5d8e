import type { LeasebarBridge } from '../shared/contract/types.ts'

declare global {
  interface Window {
    /** What the preload exposes: the contract, typed, and nothing more. */
    readonly leasebar: LeasebarBridge
  }
}
