import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import type { RenewalIntent } from '../../../src/shared/domain/renewal.ts'
import {
  accountA,
  accountB,
  amount,
  anIntent,
  aResult,
  must,
  opened,
  settled,
  startOfTime,
  temporaryFolder,
  usd,
} from './helpers.ts'

function priced(units: number, currency = 'USD'): Pick<RenewalIntent, 'quote'> {
  const { quote } = anIntent(0)
  return { quote: quote && { ...quote, price: { amount: amount(units), currency } } }
}

test('what was paid and what may have been are told apart, by currency; what cost nothing is not among it', () => {
  const store = opened(temporaryFolder())
  const { journal } = store
  let n = 0
  const record = (intent: Partial<RenewalIntent>, result: Parameters<typeof aResult>[0]) => {
    n += 1
    must(journal.record(anIntent(n, intent), aResult(result)))
    return anIntent(n).id
  }
  record(priced(6500), { outcome: 'renewed' })
  record(priced(3500), { outcome: 'renewed' })
  record(priced(9000), { outcome: 'unknown' })
  record(priced(700, 'EUR'), { outcome: 'renewed' })
  record({ quote: null, balanceBefore: null }, { outcome: 'renewed', balanceAfter: null })
  for (const outcome of ['refused', 'not sent', 'not renewed'] as const) record(priced(1), { outcome })
  record({ ...priced(5), accountId: accountB }, { outcome: 'renewed' })
  must(journal.settle(record(priced(40), { outcome: 'unknown' }), settled('renewed')))
  must(journal.settle(record(priced(60), { outcome: 'unknown' }), settled('not renewed')))
  must(journal.begin(anIntent(99, priced(2000))))

  const nothing = { renewed: 0, paid: amount(0), maybe: 0, maybePaid: amount(0) }
  expect(journal.paidBetween(accountA, 0, Number.MAX_SAFE_INTEGER)).toEqual([
    { ...nothing, currency: null, renewed: 1 },
    { ...nothing, currency: 'EUR', renewed: 1, paid: 700 },
    { currency: 'USD', renewed: 3, paid: 10_040, maybe: 2, maybePaid: 11_000 },
  ])
  const [first, ...others] = journal.payments(accountA, 0, 100)
  expect(first).toEqual({ at: aResult().endedAt, groupName: 'Berlin', price: usd(6500), outcome: 'renewed' })
  expect(others.map(({ price, outcome }) => [price?.amount ?? null, outcome])).toEqual([
    [3500, 'renewed'],
    [9000, 'unknown'],
    [700, 'renewed'],
    [null, 'renewed'],
    [40, 'renewed'],
    [2000, 'unknown'],
  ])
  expect(journal.payments(accountA, 0, 2).map(({ price }) => price?.amount)).toEqual([40, 2000])
})

test('a stretch has its first moment and not its last', () => {
  const { journal } = opened(temporaryFolder())
  must(journal.record(anIntent(1, { startedAt: 1000 }), aResult()))
  const between = (from: number, to: number) => journal.paidBetween(accountA, from, to)[0]?.renewed ?? 0
  expect([between(1000, 1001), between(1001, 9000), between(0, 1000)]).toEqual([1, 0, 0])
})

test('of a row whose body is damaged the sum is still told', () => {
  const folder = temporaryFolder()
  const store = opened(folder)
  must(store.journal.record(anIntent(1), aResult()))
  const raw = new DatabaseSync(join(folder, 'leasebar.db'))
  raw.exec(`UPDATE renewals SET body = 'torn {'`)
  raw.close()
  expect(store.journal.payments(accountA, 0, 10)).toMatchObject([{ groupName: '', price: usd(6500) }])
})

test('100,000 renewals of a year are summed and marked in no time worth a word', () => {
  const folder = temporaryFolder()
  const store = opened(folder)
  must(store.journal.record(anIntent(1), aResult()))
  const raw = new DatabaseSync(join(folder, 'leasebar.db'))
  raw.exec(`
    WITH RECURSIVE many (k) AS (SELECT 2 UNION ALL SELECT k + 1 FROM many WHERE k < 100000)
    INSERT INTO renewals (n, id, account_id, group_id, started_at, ended_at, outcome, open, finished,
      price_amount, price_currency, search, sum, body)
    SELECT k, id || k, account_id, group_id, started_at - k * 315000.0, ended_at - k * 315000.0, outcome, open,
      finished, price_amount, price_currency, search, sum, body
    FROM renewals, many WHERE n = 1`)
  raw.close()
  const took = (work: () => unknown) => {
    const began = performance.now()
    work()
    return performance.now() - began
  }
  const month = 30.4 * 86_400_000
  const months = took(() => {
    for (let back = 0; back < 12; back += 1) {
      store.journal.paidBetween(accountA, startOfTime - (back + 1) * month, startOfTime - back * month)
    }
  })
  const all = took(() => store.journal.paidBetween(accountA, 0, Number.MAX_SAFE_INTEGER))
  const marks = took(() => expect(store.journal.payments(accountA, 0, 1000)).toHaveLength(1000))
  console.log(
    `100,000 rows: twelve months ${months.toFixed(1)} ms, all ${all.toFixed(1)} ms, 1,000 marks ${marks.toFixed(1)} ms`,
  )
  // Some tens of milliseconds on a quiet machine; a second would be felt.
  expect(Math.max(months, all, marks)).toBeLessThan(1000)
})
