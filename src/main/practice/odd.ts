/** Replies that are odd though they say success (and one way to contradict themselves), for tests only. */
import type { ReplyBody } from './replies.ts'

/** The oddities by name, or any change of one's own. */
export type Odd = keyof typeof ODDITIES | ((reply: ReplyBody) => ReplyBody)

const ODDITIES = {
  /** One more address than there are. */
  quantity: (reply) => ({ ...reply, quantity: Number(reply.quantity) + 1 }),
  /** Only `success` and `error` are left. */
  missingFields: (reply) => ({ success: reply.success, error: reply.error }),
  /** Not even `error`. */
  onlySuccess: (reply) => ({ success: reply.success }),
  /** The balance as text. */
  balanceString: (reply) => ({ ...reply, balance: String(reply.balance) }),
  /** An error without code or message beside success. */
  emptyError: (reply) => ({ ...reply, error: {} }),
  /** Error 29 beside success. */
  errorBesideSuccess: (reply) => ({
    ...reply,
    success: true,
    error: { code: 29, message: 'Incorrect orderIds' },
  }),
  nullType: (reply) => ({ ...reply, proxyType: null }),
  otherType: (reply) => ({ ...reply, proxyType: reply.proxyType === 'IPv4' ? 'ISP' : 'IPv4' }),
  extraFields: (reply) => ({ ...reply, orderNumber: 'N-1', meta: { node: 7 }, message: 'ok' }),
  /** The promo code does not hold after all. The price taken is not touched. */
  promoNoValid: (reply) => ({ ...reply, promoCodeStatus: 'NO_VALID' }),
  /** A promo status that is not documented. */
  promoUnknown: (reply) => ({ ...reply, promoCodeStatus: 'EXPIRED' }),
  period: (reply) => ({ ...reply, rentPeriodDays: Number(reply.rentPeriodDays) + 30 }),
  otherCurrency: (reply) => ({ ...reply, currency: 'EUR' }),
  /** A failure without any reason. */
  failureWithoutError: (reply) => ({ ...reply, success: false, error: null }),
} satisfies Record<string, (reply: ReplyBody) => ReplyBody>

/** The names of all oddities, so that a test can walk them. */
export const ODDITY_NAMES = Object.keys(ODDITIES) as readonly (keyof typeof ODDITIES)[]

/** Makes a reply odd. */
export function oddReply(reply: ReplyBody, change: Odd): ReplyBody {
  return typeof change === 'function' ? change(reply) : ODDITIES[change](reply)
}
