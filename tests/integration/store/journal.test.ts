import { describe, expect, expectTypeOf, test } from 'vitest'
import type { JournalPort } from '../../../src/main/renewals/ports.ts'
import type { HistoryQuery } from '../../../src/main/store/journalQueries.ts'
import type { JournalStore } from '../../../src/main/store/journalStore.ts'
import type { Store } from '../../../src/main/store/store.ts'
import type { RenewalIntent } from '../../../src/shared/domain/renewal.ts'
import {
  accountA,
  accountB,
  anIntent,
  aResult,
  group1,
  group2,
  must,
  opened,
  settled,
  startOfTime,
  temporaryFolder,
  usd,
} from './helpers.ts'

function add(store: Store, n: number, outcome: Parameters<typeof aResult>[0] | null, over = {}) {
  must(store.journal.begin(anIntent(n, over)))
  if (outcome) must(store.journal.finish(anIntent(n).id, aResult(outcome)))
}

/** Four outcomes and a row still sending in one account, one row in another. */
function mixed(): Store {
  const store = opened(temporaryFolder())
  add(store, 1, { outcome: 'unknown' })
  add(store, 2, { outcome: 'renewed', endedAt: startOfTime + 1000 })
  add(store, 3, null, { groupId: group2, groupName: 'Zürich' })
  add(store, 4, { outcome: 'refused' })
  add(store, 5, { outcome: 'renewed', endedAt: startOfTime + 2000 }, { accountId: accountB })
  add(store, 6, { outcome: 'unknown' })
  must(store.journal.settle(anIntent(6).id, settled('not renewed')))
  return store
}

function pageOf(store: Store, over: Partial<HistoryQuery> = {}) {
  const query = { accountId: accountA, groupId: null, outcome: null, search: '', offset: 0, limit: 50 }
  const { rows, total } = store.journal.page({ ...query, ...over })
  return { ids: rows.map((row) => Number.parseInt(row.intent.id.slice(-4), 16) & 0xff), total }
}

test('is what a renewal asks of its journal', () => {
  expectTypeOf<JournalStore>().toExtend<JournalPort>()
})

describe('history', () => {
  test('shows what is unsettled first, then the newest first, of one account', () => {
    expect(pageOf(mixed())).toEqual({ ids: [3, 1, 6, 4, 2], total: 5 })
  })

  test('comes in pages and counts all of them', () => {
    expect(pageOf(mixed(), { offset: 1, limit: 2 })).toEqual({ ids: [1, 6], total: 5 })
  })

  test('finds by group, outcome, group name in any case, and order id', () => {
    const store = mixed()
    expect(pageOf(store, { groupId: group2 })).toEqual({ ids: [3], total: 1 })
    expect(pageOf(store, { outcome: 'unknown' })).toEqual({ ids: [3, 1], total: 2 })
    expect(pageOf(store, { outcome: 'not renewed' })).toEqual({ ids: [6], total: 1 })
    expect(pageOf(store, { search: 'zÜRi' })).toEqual({ ids: [3], total: 1 })
    expect(pageOf(store, { search: '567890123' })).toEqual({ ids: [3, 1, 6, 4, 2], total: 5 })
    expect(pageOf(store, { search: '%' })).toEqual({ ids: [], total: 0 })
  })

  test('finds what began at a moment or later, with any other wish', () => {
    const store = mixed()
    const since = anIntent(4).startedAt
    expect(pageOf(store, { since })).toEqual({ ids: [6, 4], total: 2 })
    expect(pageOf(store, { since, search: 'zÜRi' })).toEqual({ ids: [], total: 0 })
    expect(pageOf(store, { since: anIntent(3).startedAt, groupId: group2 })).toEqual({ ids: [3], total: 1 })
    expect(pageOf(store, { since: anIntent(7).startedAt })).toEqual({ ids: [], total: 0 })
  })
})

describe('what a renewal asks', () => {
  test('sending, unsettled and renewed rows, each of its account', () => {
    const { journal } = mixed()
    const ids = (rows: readonly { intent: { id: string } }[]) => rows.map((row) => row.intent.id)
    expect(ids(journal.sending())).toEqual([anIntent(3).id])
    expect(ids(journal.unsettled(accountA))).toEqual([anIntent(1).id, anIntent(3).id])
    expect(ids(journal.unsettled(accountB))).toEqual([])
    expect(ids(journal.renewedSince(accountA, startOfTime + 1000))).toEqual([anIntent(2).id])
    expect(ids(journal.renewedSince(accountA, startOfTime + 1001))).toEqual([])
    expect(ids(journal.renewedSince(accountB, 0))).toEqual([anIntent(5).id])
    expect([...journal.unsettledCounts()]).toEqual([[accountA, 2]])
  })

  test('a settled unknown counts as what it was settled as', () => {
    const { journal } = mixed()
    must(journal.settle(anIntent(1).id, settled('renewed')))
    expect(journal.unsettled(accountA)).toHaveLength(1)
    expect(journal.renewedSince(accountA, 0)).toHaveLength(2)
    // A crash left no result behind: then the time of settling stands for its end.
    must(journal.settle(anIntent(3).id, settled('renewed')))
    expect(journal.renewedSince(accountA, 9).map((row) => row.intent.id)).toContain(anIntent(3).id)
    expect(journal.unsettled(accountA)).toEqual([])
  })

  test('a day is spent on what was renewed or may have been, each currency for itself', () => {
    const { journal } = mixed()
    expect(journal.spentSince(accountA, 0)).toEqual([usd(3 * 6500)])
    expect(journal.spentSince(accountA, anIntent(3).startedAt)).toEqual([usd(6500)])
    expect(journal.spentSince(accountA, anIntent(4).startedAt)).toEqual([])
    const quote = anIntent(7).quote && { ...anIntent(7).quote, price: { ...usd(100), currency: 'EUR' } }
    must(journal.begin({ ...anIntent(7), quote: quote as never }))
    expect(journal.spentSince(accountA, 0)).toEqual([{ amount: 100, currency: 'EUR' }, usd(3 * 6500)])
  })

  test('the newest renewal of each group', () => {
    const { journal } = mixed()
    const last = (accountId?: string) =>
      [...journal.lastByGroup(accountId)].map(([group, row]) => [group, row.intent.id])
    expect(last()).toEqual([
      [group1, anIntent(6).id],
      [group2, anIntent(3).id],
    ])
    expect(last(accountB)).toEqual([[group1, anIntent(5).id]])
  })
})

describe('rows', () => {
  test('hold intent, result, settlement and the ends read afterwards', () => {
    const { journal } = mixed()
    const ends = [{ orderId: '1234567890123456789', endsAt: null }]
    must(journal.addEndsAfter(anIntent(6).id, ends))
    expect(journal.get(anIntent(6).id)).toEqual({
      intent: anIntent(6),
      result: aResult({ outcome: 'unknown' }),
      settlement: settled('not renewed'),
      endsAfter: ends,
      check: null,
      unsaved: false,
    })
  })

  test('are begun once and not patched where there are none', () => {
    const { journal } = mixed()
    expect(journal.begin(anIntent(1)).ok).toBe(false)
    expect(journal.finish(anIntent(99).id, aResult()).ok).toBe(false)
    expect(journal.get(anIntent(99).id)).toBeNull()
  })

  test('take a result whose texts are too long by cutting them: the money has moved', () => {
    const { journal } = mixed()
    const result = aResult({
      detail: 'd'.repeat(2000),
      reply: 'r'.repeat(100_000),
      promoCodeStatus: 'p'.repeat(99),
    })
    must(journal.finish(anIntent(3).id, result))
    expect(journal.get(anIntent(3).id)?.result).toMatchObject({ outcome: 'renewed', quantity: 1 })
    expect(journal.get(anIntent(3).id)?.result?.detail).toHaveLength(1000)
  })

  test('are recorded whole when nothing was sent', () => {
    const { journal } = mixed()
    must(journal.record(anIntent(8), aResult({ outcome: 'refused', stage: 'quote' })))
    expect(journal.get(anIntent(8).id)?.result?.stage).toBe('quote')
    expect(journal.sending()).toHaveLength(1)
  })
})

test('every row of a query comes once, in the history’s order, whatever begins or is settled meanwhile', () => {
  const store = mixed()
  const query = { accountId: accountA, groupId: null, outcome: null, search: '' }
  const expected = pageOf(store).ids.map((n) => anIntent(n).id)
  const read: (string | undefined)[] = []
  for (const rows of store.journal.each(query, 2)) {
    if (read.length === 0) {
      must(store.journal.settle(anIntent(1).id, settled('renewed')))
      add(store, 7, { outcome: 'unknown' })
    }
    read.push(...rows.map((row) => row?.intent.id))
  }
  expect(read).toEqual(expected)
  const renewed = [...store.journal.each({ ...query, outcome: 'refused' }, 2)].flat()
  expect(renewed.map((row) => row?.intent.id)).toEqual([anIntent(4).id])
})

test('what a query found comes to, by currency; what may have been paid counts apart', () => {
  const store = opened(temporaryFolder())
  const price = (sum: number, currency = 'USD') => ({
    ...anIntent(1).quote,
    price: { ...usd(sum), currency },
  })
  const over = (sum: number, currency?: string) => ({ quote: price(sum, currency) }) as Partial<RenewalIntent>
  add(store, 1, { outcome: 'renewed' }, over(2))
  add(store, 2, { outcome: 'renewed' }, { ...over(3), groupId: group2, groupName: 'Zürich' })
  add(store, 3, { outcome: 'unknown' }, over(5))
  add(store, 4, { outcome: 'refused' }, over(7))
  add(store, 5, { outcome: 'renewed' }, over(11, 'EUR'))
  add(store, 6, { outcome: 'renewed' }, { ...over(13), accountId: accountB })
  const query = { accountId: accountA, groupId: null, outcome: null, search: '' }
  const sums = (more: Partial<typeof query> | Partial<HistoryQuery>) =>
    store.journal
      .spentBy({ ...query, ...more })
      .map(({ currency, renewed, paid, maybe, maybePaid }) => [currency, renewed, paid, maybe, maybePaid])
  expect(sums({})).toEqual([
    ['EUR', 1, usd(11).amount, 0, 0],
    ['USD', 2, usd(5).amount, 1, usd(5).amount],
  ])
  expect(sums({ groupId: group2 })).toEqual([['USD', 1, usd(3).amount, 0, 0]])
  expect(sums({ search: 'zür' })).toEqual([['USD', 1, usd(3).amount, 0, 0]])
  expect(sums({ outcome: 'unknown' })).toEqual([['USD', 0, 0, 1, usd(5).amount]])
  expect(sums({ outcome: 'refused' })).toEqual([])
})
