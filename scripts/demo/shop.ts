import { randomBytes } from 'node:crypto'
import {
  createWorld,
  type LedgerEntry,
  type PracticeVendor,
  startVendor,
} from '../../src/main/practice/vendor.ts'
import type { GroupForm } from '../../tests/e2e/support/acts.ts'

const hour = 3_600_000
const day = 24 * hour

/** An id of the right form that the vendor has no order for: error 29. */
const noSuchOrder = '9999999999999999999'

const pinned = { showInTray: true }

/** The groups that the demo saves, by what becomes of them. Every id is text, longer than a number can hold. */
export const groups = {
  ipv4: form('Berlin web', 'IPv4', ['7310000000000000011', '7310000000000000012'], '30', pinned),
  ipv6: form('Research six', 'IPv6', ['7320000000000000021'], '90', pinned),
  mobile: form('Phone checks', 'Mobile', ['7330000000000000031'], '30', pinned),
  isp: form('Shop ISP', 'ISP', ['7340000000000000041'], '30', pinned),
  refused: form('Old list', 'IPv4', ['7310000000000000013', noSuchOrder], '30'),
  guarded: form('Spring sale', 'IPv4', ['7310000000000000014'], '60', { promoCode: 'SUMMER' }),
} as const

/** The vendor of the demo: the embedded one, in this process, so that everything it receives can be printed. */
export interface Shop {
  readonly vendor: PracticeVendor
  /** The key of the one account, made for this run. */
  readonly key: string
  /** The paid requests that arrived, charged or not. */
  readonly paid: () => readonly LedgerEntry[]
  /** A text without the key. */
  readonly redact: (text: string) => string
}

/** Opens the vendor: orders of every type, 60.00 USD, and a promo code that ran out. */
export async function openShop(): Promise<Shop> {
  const now = Date.now()
  const key = `demo-${randomBytes(16).toString('hex')}`
  const world = createWorld({
    accounts: [
      {
        key,
        balance: '60.00',
        orders: [
          { id: '7310000000000000011', type: 'IPv4', addresses: 3, end: now + 19.5 * hour },
          { id: '7310000000000000012', type: 'IPv4', addresses: 2, end: now + 26 * hour, country: 'AUT' },
          { id: '7320000000000000021', type: 'IPv6', addresses: 8, end: now + 41.5 * hour },
          { id: '7330000000000000031', type: 'MOBILE', end: now + 3.5 * day, mobileOperator: 'Vodafone' },
          { id: '7340000000000000041', type: 'ISP', addresses: 2, end: now + 6.5 * day, country: 'USA' },
          { id: '7310000000000000013', type: 'IPv4', addresses: 1, end: now + 12.5 * day },
          { id: '7310000000000000014', type: 'IPv4', addresses: 4, end: now + 16.5 * day, country: 'FRA' },
        ],
        promoCodes: [{ code: 'SUMMER', discount: 15, startDate: now - 90 * day, endDate: now - 30 * day }],
      },
    ],
  })
  const vendor = await startVendor({ world })
  return {
    vendor,
    key,
    paid: () => vendor.paidRequests(),
    redact: (text) => text.replaceAll(key, '<key>'),
  }
}

function form(
  name: string,
  type: NonNullable<GroupForm['type']>,
  ids: readonly string[],
  days: string,
  more: Partial<GroupForm> = {},
): GroupForm {
  return { name, type, orderIds: ids.join('\n'), days, ...more }
}
