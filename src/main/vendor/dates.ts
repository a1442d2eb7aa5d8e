const shape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * Reads an ISO 8601 date as ms since the epoch, null where it is none. Without an offset it is taken as UTC (API.md:
 * "offset unverified"), a date alone as its first moment: an end is never promised later than it may be.
 */
export function parseDate(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const parts = shape.exec(value.trim())
  if (!parts) return null
  const [year, month, day, hours, minutes, seconds] = [1, 2, 3, 4, 5, 6].map((at) => Number(parts[at] ?? 0))
  if (year === undefined || month === undefined || day === undefined) return null
  const millis = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const at = Date.UTC(year, month - 1, day, hours, minutes, seconds, millis)
  const offset = offsetMs(parts[8] ?? 'Z')
  // Date.UTC rolls 31 February over into March; a date that does not exist is not understood.
  const written = value.trim().slice(0, 10)
  const real = new Date(at).toISOString().startsWith(written) && (hours ?? 0) < 24 && (minutes ?? 0) < 60
  return real && (seconds ?? 0) < 60 && offset !== null ? at - offset : null
}

function offsetMs(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(3).replace(':', '') || '0')
  if (hours > 18 || minutes > 59) return null
  const size = (hours * 60 + minutes) * 60_000
  return text.startsWith('-') ? -size : size
}
