import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../../../shared/contract/types.ts'
import type { ReadProblem } from '../../../shared/domain/exchange.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { documentedPeriods } from '../../../shared/domain/rules/proxyTypes.ts'
import { groupsByOrder } from '../../state/groupViews.ts'
import type { Services } from './services.ts'

type VendorChannel =
  | 'orders.page'
  | 'orders.refresh'
  | 'orders.shown'
  | 'balance.refresh'
  | 'balance.history'
  | 'balance.spending'
  | 'vendor.quote'
  | 'vendor.periods'
  | 'vendor.promo-codes'

/** The most groups that are named beside an order. */
const mostGroupNames = 100

/** What is read from the vendor: orders, balance, rental periods, promo codes. */
export function vendorHandlers(services: Services): Pick<Handlers, VendorChannel> {
  const { orders, balance, balanceHistory, groups } = services
  return {
    'orders.page': async ({ accountId, ...query }) => {
      const names = groupsByOrder(groups.list()).get(accountId) ?? new Map<string, readonly string[]>()
      const { rows, total, countries } = orders.page(accountId, query, names)
      return ok({
        total,
        countries: [...countries],
        rows: rows.map((order) => ({
          order,
          groupNames: (names.get(order.orderId) ?? []).slice(0, mostGroupNames),
        })),
      })
    },
    'orders.refresh': async ({ accountId }) => reread(await orders.refresh(accountId)),
    'orders.shown': async ({ accountId, readAt }) => {
      // A newer list may have come while the word was on its way: nobody has seen that yet.
      if (services.windowHasFocus() && orders.known(accountId).readAt === readAt) orders.allShown(accountId)
      return ok(null)
    },
    'balance.refresh': async ({ accountId }) => reread(await balance.refresh(accountId)),
    'balance.history': async ({ accountId, since }) => ok(balanceHistory.course(accountId, since)),
    'balance.spending': async ({ accountId }) => ok({ months: balanceHistory.months(accountId) }),
    'vendor.quote': async (terms) => services.quoteTerms(terms),
    'vendor.periods': async ({ accountId, proxyType }) => {
      const read = await services.periods(accountId, proxyType)
      // Without an answer the documented periods stand in; a free number is allowed all the same.
      return read.ok
        ? ok({ rentPeriodDays: [...read.value], live: true })
        : ok({ rentPeriodDays: [...documentedPeriods[proxyType]], live: false })
    },
    'vendor.promo-codes': async ({ accountId }) => {
      const read = await services.promoCodes(accountId)
      return read.ok ? ok({ promoCodes: [...read.value] }) : err(readError(read.error))
    },
  }
}

function reread(result: Result<null, string>): Result<null, ContractError> {
  return result.ok ? result : err({ kind: 'vendor', message: result.error })
}

function readError({ kind, message }: ReadProblem): ContractError {
  return { kind: kind === 'offline' ? 'offline' : 'vendor', message }
}
