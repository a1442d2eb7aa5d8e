/** Deep equality of plain data, as it crosses between windows and main. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameLists(a, b)
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameData(a[key], b[key]))
  )
}

// Lists are by far the most of what is compared (order ids): no pairs are made of them.
function sameLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => sameData(item, b[at]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/**
 * Takes over a pushed list, keeping the objects that did not change, and of those that did the parts that did not: each
 * push is a fresh copy, and a row whose object stays the same is not drawn again.
 */
export function keepSame<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const known = new Map(before.map((item) => [keyOf(item), item]))
  return after.map((item) => {
    const old = known.get(keyOf(item))
    return old === undefined ? item : keepParts(old, item)
  })
}

function keepParts<T extends object>(old: T, now: T): T {
  const known = new Map(Object.entries(old))
  const parts = Object.entries(now)
  const same = parts.filter(([key, value]) => known.has(key) && sameData(known.get(key), value))
  if (same.length === parts.length && parts.length === known.size) return old
  return { ...now, ...Object.fromEntries(same.map(([key]) => [key, known.get(key)])) }
}
