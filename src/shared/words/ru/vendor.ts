import type { vendor as english } from '../en/vendor.ts'

/** What the vendor, or the way to it, said. */
export const vendor: typeof english = {}
