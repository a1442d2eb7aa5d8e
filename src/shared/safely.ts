import type { z } from 'zod'

/**
 * `safeParse` that does not throw. zod compares the length of what should be a text or a list before it knows that it is
 * one (4.6, checks.js), and a length such as `{ "toString": 1, "valueOf": 1 }` cannot be compared. For every border that
 * others write to: windows, the vendor, files.
 */
export function safely<S extends z.ZodType>(schema: S, value: unknown): Read<z.output<S>> {
  try {
    const read = schema.safeParse(value)
    return read.success ? { success: true, data: read.data } : { success: false, issues: read.error.issues }
  } catch {
    return { success: false, issues: [] }
  }
}

/** What was read, or what is wrong with it as zod says it; nothing where zod could not even say that. */
export type Read<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly issues: readonly z.core.$ZodIssue[] }
