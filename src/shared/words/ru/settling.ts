import type { settling as english } from '../en/settling.ts'

/** The evidence about an `unknown`. */
export const settling: typeof english = {}
