import type { autoExtend as english } from '../en/autoExtend.ts'

/** The vendor's auto-extend. */
export const autoExtend: typeof english = {}
