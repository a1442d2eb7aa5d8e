/** The longest wait that is passed on, in ms: a day. */
const longest = 86_400_000

/**
 * Reads a Retry-After header (whole seconds or an HTTP date) as ms from `now` (ms since the epoch). Null where it
 * is missing or cannot be read.
 */
export function parseRetryAfter(header: string | readonly string[] | undefined, now: number): number | null {
  const text = (typeof header === 'string' ? header : header?.[0])?.trim()
  if (text === undefined || text === '') return null
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longest)
  const at = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.min(Math.max(at - now, 0), longest)
}
