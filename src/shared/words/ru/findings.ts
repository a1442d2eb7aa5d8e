import type { findings as english } from '../en/findings.ts'

/** What the guard asks about. */
export const findings: typeof english = {}
