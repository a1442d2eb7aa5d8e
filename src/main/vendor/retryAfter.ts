/** The longest wait that is passed on, in ms: a day. */
const longest = 86_400_000

type Header = string | readonly string[] | undefined

/**
 * Reads a Retry-After header (whole seconds or an HTTP date) as ms from `now` (ms since the epoch). A date is measured
 * from the reply's own `date` where it came with one: our clock may be hours off, and the vendor meant its own. Null
 * where it is missing or cannot be read.
 */
export function parseRetryAfter(header: Header, now: number, date?: Header): number | null {
  const text = first(header)
  if (text === undefined || text === '') return null
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longest)
  const at = parseHttpDate(text)
  return at === null ? null : Math.min(Math.max(at - (parseHttpDate(date) ?? now), 0), longest)
}

/** Reads an HTTP date (RFC 9110, 5.6.7) as ms since the epoch; null where it is missing or none. */
export function parseHttpDate(header: Header): number | null {
  const text = first(header)
  const at = text !== undefined && /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : at
}

function first(header: Header): string | undefined {
  return (typeof header === 'string' ? header : header?.[0])?.trim()
}
