/** What messages are made of: every channel, a well-formed request of each, and ids that main knows. */
export interface Stock {
  readonly channels: readonly string[]
  readonly samples: Readonly<Record<string, unknown>>
  readonly ids: readonly string[]
}

/** One message for main. */
export interface Message {
  readonly channel: string
  readonly request: unknown
  /** It holds what JSON has not, such as a function: the bridge may refuse to carry it. */
  readonly exotic: boolean
}

/**
 * Makes the message of a number: a channel, known or not, with its well-formed request, changed in up to four places.
 * Made alike here and in the page, from the same numbers: everything it needs stands inside.
 */
export function makeMessage(seed: number, at: number, stock: Stock): Message {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b)) >>> 0
  let exotic = false
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number): number => Math.floor(random() * count)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  const strange = (value: unknown): unknown => {
    exotic = true
    return value
  }
  const deep = (levels: number): unknown => {
    let value: unknown = 1
    for (let level = 0; level < levels; level += 1) value = below(2) === 0 ? [value] : { a: value }
    return value
  }
  const cycle = (): unknown => {
    const value: Record<string, unknown> = {}
    value.own = value
    return value
  }
  const odd: readonly (() => unknown)[] = [
    () => null,
    () => undefined,
    () => true,
    () => 0,
    () => -1,
    () => 1.5,
    () => Number.NaN,
    () => Number.POSITIVE_INFINITY,
    () => 2 ** 53,
    () => '',
    () => ' ',
    () => 'x'.repeat(1 + below(3000)),
    () => 'x'.repeat(200_000),
    () => '\u0000\u202e\ud800<script>alert(1)</script>',
    () => "'; DROP TABLE groups; --",
    () => '../../etc/passwd',
    () => 'https://evil.example/',
    () => '__proto__',
    () => pick(stock.ids),
    () => pick(stock.ids).toUpperCase(),
    () => [],
    () => ({}),
    () => Array.from({ length: 1 + below(6000) }, () => pick(stock.ids)),
    () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    () => ({ toString: 1, valueOf: 2, toJSON: 4, length: 1e9 }),
    () => deep(60),
    () => strange(deep(5000)),
    () => strange(cycle()),
    () => strange(new Date(below(1e9))),
    () => strange(new Map([['a', 1]])),
    () => strange(new Set(['a'])),
    () => strange(new Uint8Array(below(2000))),
    () => strange(12345678901234567890n),
    () => strange(/x/g),
    () => strange(() => 1),
    () => strange(Symbol('x')),
    () => strange(new Error('x')),
    () => strange(new Proxy({}, {})),
    () => strange(Promise.resolve(1)),
    () => strange(Object.create(null)),
  ]
  /** Its ids exchanged for some that main knows. */
  const known = (value: unknown): unknown => {
    if (typeof value === 'string' && /^[0-9a-f]{8}-/.test(value))
      return below(4) === 0 ? value : pick(stock.ids)
    if (Array.isArray(value)) return value.map(known)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, known(inner)]))
  }
  const change = (value: unknown): unknown => {
    const isLeaf = typeof value !== 'object' || value === null || below(5) === 0
    if (isLeaf) return pick(odd)()
    if (Array.isArray(value)) {
      const copy = [...value]
      copy[below(copy.length + 1)] = below(2) === 0 ? pick(odd)() : change(copy[0])
      return copy
    }
    const copy: Record<string, unknown> = { ...value }
    const keys = Object.keys(copy)
    const key =
      below(6) === 0 || keys.length === 0 ? pick(['extra', 'id', 'kind', 'key', 'then']) : pick(keys)
    if (below(6) === 0) delete copy[key]
    else copy[key] = change(copy[key])
    return copy
  }
  const isUnknown = below(25) === 0
  const name = pick(stock.channels)
  const channel = isUnknown
    ? pick([
        'nope',
        '__proto__',
        'constructor',
        'toString',
        'state.changed',
        `${name} `,
        name.toUpperCase(),
        '',
      ])
    : name
  let request = known(stock.samples[name])
  for (let left = below(5); left > 0; left -= 1) request = change(request)
  return { channel, request, exotic }
}
