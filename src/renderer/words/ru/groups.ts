import type { groups as english } from '../en/groups.ts'

/** The words of groups. */
export const groups: typeof english = {}
