import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { historyColumns, historyHead, historyLines } from '../../../src/main/history/historyCsv.ts'
import { exportHistory } from '../../../src/main/history/historyExport.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { err, ok } from '../../../src/shared/domain/result.ts'
import { unguardCell } from '../../../src/shared/domain/rules/spreadsheet.ts'
import { aRenewal, DAY, money, NOW, uuid } from '../../support/domain.ts'

function cells(renewals: readonly Renewal[]): Record<string, string>[] {
  return parse(historyHead() + historyLines(renewals), { bom: true, columns: true })
}

test('a renewed one: its times in UTC, its ids as text, what was paid, and its new end', () => {
  const renewal = aRenewal()
  const { intent, result } = renewal
  const [row] = cells([{ ...renewal, endsAfter: [{ orderId: '11', endsAt: NOW + 40 * DAY }] }])
  expect(row).toMatchObject({
    startedAt: new Date(intent.startedAt).toISOString(),
    group: intent.groupName,
    orderIds: `'${intent.request.orderIds.join(' ')}`,
    orders: String(intent.request.orderIds.length),
    outcome: result?.outcome,
    price: '2.80',
    paid: '2.80',
    currency: 'USD',
    newEnd: new Date(NOW + 40 * DAY).toISOString(),
    renewalId: intent.id,
  })
})

test('what nobody knows to be paid is not called so', () => {
  const renewal = aRenewal()
  if (!renewal.result) throw new Error('no result')
  const unknown = {
    ...renewal,
    result: { ...renewal.result, outcome: 'unknown' as const, balanceAfter: money(97) },
  }
  expect(cells([unknown])[0]).toMatchObject({ outcome: 'unknown', price: '2.80', paid: '' })
  expect(cells([{ ...renewal, result: null }])[0]).toMatchObject({ paid: '', endedAt: '' })
})

test('whatever a group is called and the vendor says, it comes back, and no cell is a formula: 10,000 of them', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.constantFrom('=HYPERLINK("http://x")', '+1', '@a', '-2', '\t=1', '1111111111111111111', "'x"),
  )
  let count = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 100, maxLength: 100 }), (pairs) => {
      count += pairs.length
      const renewals = pairs.map(([groupName, detail]) => {
        const { intent, result, ...rest } = aRenewal()
        if (!result) throw new Error('no result')
        return { ...rest, intent: { ...intent, groupName }, result: { ...result, detail } }
      })
      const read = cells(renewals)
      expect(read.map((row) => [row.group, row.detail].map((cell) => unguardCell(cell ?? '')))).toEqual(pairs)
      for (const row of read) {
        for (const column of historyColumns) expect(row[column]).not.toMatch(/^[=+\-@\t\r]/)
      }
    }),
    { numRuns: 100 },
  )
  expect(count).toBe(10_000)
})

test('an export writes all parts, counts what is in it and what could not be read, and gives others their turn', async () => {
  const written: string[] = []
  let turns = 0
  const parts = {
    each: () => [[aRenewal(), null], [aRenewal()]],
    save: async (_suggested: string, lines: () => AsyncIterable<string>) => {
      for await (const line of lines()) written.push(line)
      return ok('/home/me/history.csv')
    },
    ownTurn: async () => {
      turns += 1
    },
    now: () => NOW,
  }
  expect(await exportHistory(parts, null)).toEqual(
    ok({ path: '/home/me/history.csv', count: 2, unreadable: 1 }),
  )
  expect(written.join('').trim().split('\r\n')).toHaveLength(3)
  expect(turns).toBe(2)
  expect(await exportHistory({ ...parts, save: async () => ok(null) }, null)).toEqual(ok(null))
  const full = err({ message: 'The disk is full.' })
  expect(await exportHistory({ ...parts, save: async () => full }, uuid(1))).toEqual(
    err({ kind: 'disk', message: 'The disk is full.' }),
  )
})
