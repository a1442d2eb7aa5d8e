import { stringify } from 'csv-stringify/sync'
import type { Money } from '../../shared/domain/money.ts'
import type { Renewal } from '../../shared/domain/renewal.ts'
import { costOf } from '../../shared/domain/rules/cost.ts'
import { decimalText } from '../../shared/domain/rules/money.ts'
import { currentOutcome } from '../../shared/domain/rules/outcomes.ts'
import { guardCell } from '../../shared/domain/rules/spreadsheet.ts'

/** The columns in their order. Names are for programs, and the same in every language. Times are in UTC. */
export const historyColumns = [
  'startedAt',
  'endedAt',
  'account',
  'group',
  'proxyType',
  'orders',
  'orderIds',
  'rentPeriodDays',
  'promoCode',
  'promoCodeStatus',
  'outcome',
  'settledBy',
  'price',
  'paid',
  'currency',
  'balanceBefore',
  'balanceAfter',
  'newEnd',
  'source',
  'vendorError',
  'detail',
  'renewalId',
] as const

/** The file's first line, with the byte order mark that spreadsheets read letters beyond ASCII by. */
export function historyHead(): string {
  return stringify([[...historyColumns]], { record_delimiter: '\r\n', bom: true })
}

/** Renewals as lines of CSV (RFC 4180). No text of a person's or the vendor's is run as a formula; ids stay text. */
export function historyLines(renewals: readonly Renewal[]): string {
  return stringify(renewals.map(cellsOf), { record_delimiter: '\r\n' })
}

function cellsOf(renewal: Renewal): string[] {
  const { intent, result, settlement } = renewal
  const { request, quote, balanceBefore } = intent
  const outcome = currentOutcome(renewal)
  const cost = costOf(renewal)
  // What nobody knows to be paid is not called so: for an `unknown` the column stays empty.
  const paid = outcome === 'renewed' ? cost : null
  const cells: Readonly<Record<(typeof historyColumns)[number], string>> = {
    startedAt: moment(intent.startedAt),
    endedAt: moment(result?.endedAt ?? null),
    account: guardCell(intent.accountName),
    group: guardCell(intent.groupName),
    proxyType: request.proxyType,
    orders: String(request.orderIds.length),
    orderIds: guardCell(request.orderIds.join(' ')),
    rentPeriodDays: String(request.rentPeriodDays),
    promoCode: guardCell(request.promoCode ?? ''),
    promoCodeStatus: guardCell(result?.promoCodeStatus ?? ''),
    outcome: outcome ?? 'sending',
    settledBy: settlement?.by ?? '',
    price: sum(quote?.price ?? null),
    paid: sum(paid),
    currency: guardCell((paid ?? quote?.price ?? balanceBefore)?.currency ?? ''),
    balanceBefore: sum(balanceBefore),
    balanceAfter: sum(result?.balanceAfter ?? null),
    newEnd: moment(newEnd(renewal)),
    source: intent.source,
    vendorError: result?.vendorError
      ? guardCell(`${result.vendorError.code} ${result.vendorError.message}`)
      : '',
    detail: guardCell(result?.detail ?? ''),
    renewalId: intent.id,
  }
  return historyColumns.map((column) => cells[column])
}

/** `2026-01-15T12:01:00.000Z`; empty where there is none. */
function moment(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString()
}

function sum(money: Money | null): string {
  return money === null ? '' : decimalText(money.amount)
}

/** The soonest end of the orders as read afterwards; null while one of them is not read. */
function newEnd({ endsAfter }: Renewal): number | null {
  const ends = endsAfter.flatMap(({ endsAt }) => (endsAt === null ? [] : [endsAt]))
  return ends.length > 0 && ends.length === endsAfter.length ? Math.min(...ends) : null
}
