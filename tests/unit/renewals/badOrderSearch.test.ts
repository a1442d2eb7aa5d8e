import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BadOrderSearch,
  beginSearch,
  mostQuotes,
  mostQuotesNow,
  nextQuote,
  takeAnswer,
} from '../../../src/main/renewals/badOrderSearch.ts'

/** A search carried to its end against a vendor that refuses whatever holds a bad id, with all that was asked. */
function searched(total: number, bad: ReadonlySet<number>, suspects: ReadonlySet<number> = new Set()) {
  const idOf = (at: number): string => `id${at}`
  const ids = Array.from({ length: total }, (_, at) => idOf(at))
  const refused = new Set([...bad].map(idOf))
  const asked: { readonly ids: readonly string[]; readonly accepted: boolean }[] = []
  let search = beginSearch(ids, new Set([...suspects].map(idOf)))
  for (let quote = nextQuote(search); quote !== null; quote = nextQuote(search)) {
    expect(quote.length).toBeGreaterThan(0)
    expect(new Set(quote).size).toBe(quote.length)
    const accepted = !quote.some((id) => refused.has(id))
    asked.push({ ids: quote, accepted })
    search = takeAnswer(search, accepted)
    expect(search.asked).toBe(asked.length)
  }
  return { search, asked, ids, refused }
}

/** What must hold of every search that nobody disturbs. */
function expectSound(total: number, bad: ReadonlySet<number>, suspects?: ReadonlySet<number>): number {
  const { search, asked, ids, refused } = searched(total, bad, suspects)
  expect(search.contradicted).toBe(false)
  expect([...search.bad].sort()).toEqual([...refused].sort())
  expect(asked.length).toBeLessThanOrEqual(mostQuotes(total, bad.size))
  // The verdict: the last quote that was accepted was of all that is left, and of nothing else.
  const left = ids.filter((id) => !refused.has(id))
  expect([...(asked.findLast(({ accepted }) => accepted)?.ids ?? [])].sort()).toEqual(left.sort())
  return asked.length
}

/** Every subset of 0 … total - 1. */
function* subsets(total: number): Generator<Set<number>> {
  for (let mask = 0; mask < 2 ** total; mask += 1) {
    yield new Set(Array.from({ length: total }, (_, at) => at).filter((at) => (mask >> at) & 1))
  }
}

describe('the bound', () => {
  test.each([
    [1, 0, 2],
    [1, 1, 3],
    [2, 1, 3],
    [2, 2, 4],
    [3, 1, 6],
    [100, 1, 21],
    [128, 1, 21],
    [129, 1, 24],
    [2000, 2, 44],
  ])('of %i orders with %i bad ones is %i quotes', (total, bad, most) => {
    expect(mostQuotes(total, bad)).toBe(most)
  })

  test('what is told on the way counts one bad order at least, and each that is found', () => {
    const orders = ['1', '2', '3', '4']
    let search = beginSearch(orders, new Set())
    expect(mostQuotesNow(search)).toBe(mostQuotes(4, 1))
    const seen = []
    for (let ids = nextQuote(search); ids !== null; ids = nextQuote(search)) {
      search = takeAnswer(search, !ids.includes('1') && !ids.includes('4'))
      expect(search.asked).toBeLessThanOrEqual(mostQuotesNow(search))
      seen.push(mostQuotesNow(search))
    }
    expect(new Set(seen)).toEqual(new Set([mostQuotes(4, 1), mostQuotes(4, 2)]))
  })
})

test.each([
  ['one order, bad', 1, [0], [], 1],
  ['one order, accepted by now', 1, [], [], 1],
  ['two orders, the first bad', 2, [0], [], 3],
  ['two orders, the second bad', 2, [1], [], 3],
  ['two orders, both bad', 2, [0, 1], [], 3],
  ['a hundred, all accepted by now', 100, [], [], 1],
  ['a hundred, one bad', 100, [50], [], 9],
  ['a hundred, one bad that the vendor does not list either', 100, [50], [50], 3],
  ['a hundred, one bad, another suspected', 100, [50], [7], 10],
  ['two thousand, the last one bad', 2000, [1999], [], 13],
])('%s', (_, total, bad, suspects, quotes) => {
  expect(expectSound(total, new Set(bad), new Set(suspects))).toBe(quotes)
})

test('where all are bad it soon asks for one at a time instead of halving each time', () => {
  const all = new Set(Array.from({ length: 200 }, (_, at) => at))
  expect(expectSound(200, all)).toBeLessThan(225)
})

test('where every tenth is bad its steps are about that long', () => {
  const tenth = new Set(Array.from({ length: 50 }, (_, at) => 10 * at))
  expect(expectSound(500, tenth)).toBeLessThan(320)
})

test('every set of bad orders among up to eleven is found, within 2·log2(n) + bad·log2(n) not even rounded', () => {
  for (let total = 1; total <= 11; total += 1) {
    for (const bad of subsets(total)) {
      const quotes = expectSound(total, bad)
      if (total > 1) expect(quotes).toBeLessThanOrEqual((2 + bad.size) * Math.log2(total))
    }
  }
})

/** Bad orders scattered, in a heap, or at even distances: each is the worst for some way of searching. */
const cases = fc.integer({ min: 1, max: 2000 }).chain((total) => {
  const place = fc.nat({ max: total - 1 })
  const heap = fc
    .tuple(place, fc.nat({ max: 60 }))
    .map(([from, length]) => Array.from({ length }, (_, at) => (from + at) % total))
  const even = fc
    .integer({ min: 1, max: total })
    .map((step) =>
      Array.from({ length: Math.min(80, Math.ceil(total / step)) }, (_, at) => (at * step) % total),
    )
  const bad = fc.oneof(fc.array(place, { maxLength: 6 }), fc.array(place, { maxLength: 120 }), heap, even)
  const suspects = fc.oneof(fc.constant([]), fc.array(place, { maxLength: 20 }))
  return fc.record({ total: fc.constant(total), bad, suspects, honest: fc.boolean() })
})

test('any bad orders among up to 2000 are found within the bound, whatever was suspected', () => {
  fc.assert(
    fc.property(cases, ({ total, bad, suspects, honest }) => {
      expectSound(total, new Set(bad), new Set(honest ? bad : suspects))
    }),
    { numRuns: 300 },
  )
})

describe('a vendor that changes something meanwhile', () => {
  /** Answers by the bad ids of that moment, counted from the first quote. */
  function against(total: number, badAt: (quote: number) => readonly string[]): BadOrderSearch {
    let search = beginSearch(
      Array.from({ length: total }, (_, at) => `id${at}`),
      new Set(),
    )
    for (let ids = nextQuote(search); ids !== null; ids = nextQuote(search)) {
      const bad = badAt(search.asked)
      search = takeAnswer(search, !ids.some((id) => bad.includes(id)))
      expect(search.asked).toBeLessThanOrEqual(mostQuotes(total, total))
    }
    return search
  }

  test('accepts the bad order after all: nobody is accused', () => {
    const search = against(16, (quote) => (quote < 1 ? ['id9'] : []))
    expect(search).toMatchObject({ contradicted: true, bad: [] })
  })

  test('stops accepting one that it accepted before: the last quote does not hold', () => {
    // The first half was accepted, then one of it goes bad; the bad one itself is found and confirmed.
    const search = against(16, (quote) => (quote < 6 ? ['id15'] : ['id15', 'id0']))
    expect(search.contradicted).toBe(true)
  })

  test('always comes to an end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.infiniteStream(fc.boolean()), (total, answers) => {
        let search = beginSearch(
          Array.from({ length: total }, (_, at) => `id${at}`),
          new Set(),
        )
        while (nextQuote(search) !== null) search = takeAnswer(search, answers.next().value ?? false)
        expect(search.asked).toBeLessThanOrEqual(mostQuotes(total, search.bad.length + 1))
      }),
    )
  })
})
