/** From a request to its reply: which endpoint it is, whose key, and the reads that need no file of their own. */
import { listAddresses } from './listing.ts'
import { toAmount } from './money.ts'
import { autoExtend, calculate, extend, type PostedBody } from './renew.ts'
import { type Handled, type ReplyBody, refusal } from './replies.ts'
import { type EndpointName, isProxyType, type VendorAccount } from './types.ts'
import type { VendorWorld } from './world.ts'

const PREFIX = '/client/api/v1/'

const METHODS: Readonly<Record<Exclude<EndpointName, 'unknown'>, 'GET' | 'POST'>> = {
  'extend/order': 'POST',
  'calculate/extend/order': 'POST',
  balance: 'GET',
  rentPeriod: 'GET',
  promoCode: 'GET',
  ipAddress: 'GET',
  extend: 'POST',
  'extend/order/auto': 'POST',
}

/** What the address line of a request asks for. */
export interface Route {
  /** `unknown` for a path or a method that is none of the API's. */
  readonly endpoint: EndpointName
  /** The key, percent-decoded; null when it cannot be read. */
  readonly key: string | null
  readonly query: URLSearchParams
}

/** Reads method and address (`/client/api/v1/{key}/…`). Null: not the API at all, which answers 404. */
export function routeOf(method: string, address: string): Route | null {
  const [path = '', ...queries] = address.split('?')
  if (!path.startsWith(PREFIX)) return null
  const [encodedKey = '', ...rest] = path.slice(PREFIX.length).split('/')
  const name = rest.join('/')
  return {
    endpoint: isEndpoint(name) && METHODS[name] === method ? name : 'unknown',
    key: decoded(encodedKey),
    query: new URLSearchParams(queries.join('?')),
  }
}

function isEndpoint(name: string): name is keyof typeof METHODS {
  return Object.hasOwn(METHODS, name)
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Carries out a request: error 3 when the service is down, 2 for an unknown key, 35 for an unknown path. */
export function handle(world: VendorWorld, route: Route, posted: PostedBody): Handled {
  world.tick()
  const account = route.key === null ? undefined : world.account(route.key)
  if (!world.available) return refusal(route.endpoint, 3, account)
  if (!account) return refusal(route.endpoint, 2)
  switch (route.endpoint) {
    case 'extend/order':
    case 'extend':
      return extend(world, account, posted, route.endpoint)
    case 'calculate/extend/order':
      return calculate(world, account, posted)
    case 'extend/order/auto':
      return autoExtend(world, account, posted)
    case 'balance':
      return reply({
        success: true,
        balance: toAmount(account.balance),
        currencyCode: account.currency,
        error: null,
      })
    case 'rentPeriod':
      return rentPeriods(world, account, route.query)
    case 'promoCode':
      return reply({ success: true, promoCodes: account.promoCodes.map(promoRecord), error: null })
    case 'ipAddress':
      return addresses(world, account, route.query)
    case 'unknown':
      return refusal('unknown', 35, account)
  }
}

function reply(body: ReplyBody): Handled {
  return { body, charge: null }
}

function rentPeriods(world: VendorWorld, account: VendorAccount, query: URLSearchParams): Handled {
  const type = query.get('proxyType')
  if (!isProxyType(type)) return refusal('rentPeriod', 4, account)
  return reply({ success: true, rentPeriodDays: world.listedPeriods[type], error: null })
}

function addresses(world: VendorWorld, account: VendorAccount, query: URLSearchParams): Handled {
  const asked = query.get('proxyType')
  if (asked !== null && !isProxyType(asked)) return refusal('ipAddress', 4, account)
  return reply(listAddresses(account, asked, world.listing))
}

function promoRecord(promo: VendorAccount['promoCodes'][number]): ReplyBody {
  return {
    code: promo.code,
    countUses: promo.countUses,
    startDate: new Date(promo.startDate).toISOString(),
    endDate: promo.endless ? null : new Date(promo.endDate).toISOString(),
    endless: promo.endless,
    discount: promo.discount,
    descriptionsByLocale: { en: `${promo.discount}% off a renewal` },
  }
}
