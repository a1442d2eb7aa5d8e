/** Deep equality of plain data, as it crosses between windows and main. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  const right = b as Record<string, unknown>
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => Object.hasOwn(right, key) && sameData(value, right[key]))
  )
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
  if (sameData(old, now)) return old
  const known = new Map(Object.entries(old))
  const same = Object.entries(now).filter(([key, value]) => sameData(known.get(key), value))
  return { ...now, ...Object.fromEntries(same.map(([key]) => [key, known.get(key)])) }
}
