/**
 * Finding the orders that make the vendor refuse a whole group (error 29), by quotes alone. One bad id refuses a
 * quote, whatever else is in it; so a quote of some of the ids tells whether a bad one is among them.
 */

/** A search as far as it has come. Ids keep their places: `open` is what is left of the group, suspects first. */
export interface BadOrderSearch {
  /** Quotes that were answered. */
  readonly asked: number
  readonly good: readonly string[]
  readonly bad: readonly string[]
  /** Ids of which nothing is known yet. */
  readonly open: readonly string[]
  /** A bad id is known to be among the first so many of `open`; 0: none is known to be in it. */
  readonly block: number
  /** The block is one id, and that id was refused all by itself. */
  readonly alone: boolean
  /** Good ids passed since the last bad one was found. */
  readonly passed: number
  /** Ids in the group. */
  readonly total: number
  /** How many of the first ids were suspected from the start. */
  readonly suspects: number
  /** Whether the whole group was asked for. */
  readonly begun: boolean
  /** How many ids the last accepted quote was of. */
  readonly covered: number
  /** The answers do not fit each other: the vendor changed something meanwhile. */
  readonly contradicted: boolean
}

/**
 * Begins a search. `suspects`: ids that something else speaks against already, such as the vendor's list; they are
 * asked for first, and decided by quotes like any other.
 */
export function beginSearch(orderIds: readonly string[], suspects: ReadonlySet<string>): BadOrderSearch {
  const first = orderIds.filter((id) => suspects.has(id))
  return {
    asked: 0,
    good: [],
    bad: [],
    open: [...first, ...orderIds.filter((id) => !suspects.has(id))],
    block: 0,
    alone: false,
    passed: 0,
    total: orderIds.length,
    suspects: first.length,
    begun: false,
    covered: 0,
    contradicted: false,
  }
}

/** Base-2 logarithm, rounded up; 0 for nothing. */
function log2(n: number): number {
  return n <= 1 ? 0 : Math.ceil(Math.log2(n))
}

/**
 * Quotes that a search of `total` ids with `bad` bad ones among them asks for at most: 2·log2(n) + bad·log2(n), log2
 * rounded up to a whole number and never less than 1 (one order still has to be asked for).
 */
export function mostQuotes(total: number, bad: number): number {
  return (2 + bad) * Math.max(1, log2(total))
}

/** The same for what is known by now: the bad ids found, and the one that is known to be there. */
export function mostQuotesNow(search: BadOrderSearch): number {
  return mostQuotes(search.total, Math.max(1, search.bad.length + (search.block > 0 ? 1 : 0)))
}

/**
 * The ids to ask for next; null: the search is over, with `bad` as its result (or `contradicted`).
 *
 * The plain way is halving: with a bad id known among h, ceil(log2 h) quotes find the first; with none known among m,
 * ceil(log2(m + 1)) find the first or that there is none. After the first quote of all that makes `bad` + 1 rounds of
 * at most ceil(log2 n), which stays within `mostQuotes`. Whatever is cheaper in most cases and dearer in some (asking
 * for all the rest at once, steps that grow from the usual distance of two bad ids, asking for a found id all by
 * itself) is done as long as even its worst answer leaves enough for the plain way. The last quote accepted is always
 * of all that is left.
 */
export function nextQuote(search: BadOrderSearch): readonly string[] | null {
  const { begun, open, good, block, covered, contradicted } = search
  if (contradicted) return null
  if (!begun) return open
  if (open.length === 0) return covered === good.length ? null : good
  const size = stepSize(search)
  return block === 0 && size === open.length ? [...good, ...open] : open.slice(0, size)
}

/** The search after the vendor's answer to `nextQuote`. */
export function takeAnswer(search: BadOrderSearch, accepted: boolean): BadOrderSearch {
  const ids = nextQuote(search)
  if (ids === null) return search
  const next = {
    ...search,
    asked: search.asked + 1,
    begun: true,
    covered: accepted ? ids.length : search.covered,
  }
  // The last word on all that is left: if that does not hold, nothing that was found does.
  if (search.open.length === 0) return { ...next, contradicted: !accepted }
  const size = search.begun ? stepSize(search) : search.total
  if (!accepted) return settled({ ...next, block: size, alone: size === 1 })
  // The only id that could be the bad one, asked for by itself, is none.
  if (size === search.block) return { ...next, contradicted: true }
  return settled(passedBy(next, size))
}

function passedBy(search: BadOrderSearch, size: number): BadOrderSearch {
  return {
    ...search,
    good: [...search.good, ...search.open.slice(0, size)],
    open: search.open.slice(size),
    block: Math.max(0, search.block - size),
    passed: search.passed + size,
  }
}

/** Takes in what needs no quote any more: an id that is known to be bad. */
function settled(search: BadOrderSearch): BadOrderSearch {
  const [head, ...rest] = search.open
  if (head === undefined || search.block !== 1) return search
  if (!search.alone && mayConfirm(search)) return search
  return { ...search, bad: [...search.bad, head], open: rest, block: 0, alone: false, passed: 0 }
}

/** What one more bad id adds to the bound, not rounded: what is done beyond halving keeps to this stricter one. */
function share(total: number): number {
  return Math.max(1, Math.log2(total))
}

/** Quotes that the bound leaves, for the bad ids found so far. */
function left(search: BadOrderSearch): number {
  return (2 + search.bad.length) * share(search.total) - search.asked
}

/**
 * Quotes that the plain way needs of what is left, in the worst case: with a bad id known among the first `block` of
 * `open` ids (0: none known). Each bad id still to be found brings its own share.
 */
function needed(search: BadOrderSearch, block: number, open: number): number {
  const free = (count: number): number => Math.max(1, log2(count + 1))
  return block === 0 ? free(open) : log2(block) + free(open - 1) - share(search.total)
}

/** Whether an id that only the answers for others speak against can be asked for by itself. */
function mayConfirm(search: BadOrderSearch): boolean {
  const isLast = search.open.length === 1 && search.covered === search.good.length
  const afterwards = isLast ? -share(search.total) : needed(search, 1, search.open.length)
  return 1 + afterwards <= left(search)
}

/** How many of the open ids to ask for: the wished number if the bound bears its worst answer, else half. */
function stepSize(search: BadOrderSearch): number {
  const { open, block } = search
  if (block === 1) return 1
  const half = Math.ceil((block === 0 ? open.length : block) / 2)
  const wished = block === 0 ? wishedFree(search) : Math.min(wishedInBlock(search), half)
  const accepted =
    wished === open.length ? 0 : needed(search, Math.max(0, block - wished), open.length - wished)
  const worst = Math.max(accepted, needed(search, wished, open.length))
  return 1 + worst <= left(search) ? wished : half
}

/** After a bad id: all the rest at once, but ever more rarely where that keeps being refused; else by steps. */
function wishedFree(search: BadOrderSearch): number {
  const { open, bad, passed, suspects, total } = search
  const isPowerOfTwo = (bad.length & (bad.length - 1)) === 0
  const suspectsDone = total - open.length === suspects
  if (passed === 0 && (isPowerOfTwo || suspectsDone)) return open.length
  return Math.min(stride(search), open.length)
}

function wishedInBlock(search: BadOrderSearch): number {
  const { open, bad, good, block, suspects } = search
  if (block < open.length) return block
  if (bad.length > 0) return stride(search)
  return good.length === 0 && suspects > 0 ? suspects : block
}

/** The usual distance of two bad ids so far, growing with each accepted step. */
function stride({ good, bad, passed }: BadOrderSearch): number {
  return Math.max(1, Math.floor(good.length / bad.length), passed)
}
