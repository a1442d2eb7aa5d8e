import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** Rows that are ready above and below those in sight: enough for the next press of Tab and the next turn of the wheel. */
export const overscan = 6

/**
 * The rows of a long list that are in the document: those in sight, and the held one (which had the focus last) with
 * its neighbours, to which Tab goes, so that nothing goes away under a person's hands. `held` undefined: none.
 */
export function rowsToKeep(range: Range, held: number | undefined): number[] {
  const seen = defaultRangeExtractor(range)
  if (held === undefined) return seen
  const kept = [held - 1, held, held + 1].filter((index) => index >= 0 && index < range.count)
  return [...new Set([...seen, ...kept])].sort((a, b) => a - b)
}
