import type { autoExtend as english } from '../en/autoExtend.ts'

/** The words of autoExtend. */
export const autoExtend: typeof english = {}
