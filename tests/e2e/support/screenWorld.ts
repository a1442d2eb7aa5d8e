import { createFaults, type Faults } from '../../../src/main/practice/faults.ts'
import {
  createWorld,
  type PracticeVendor,
  startVendor,
  type VendorWorld,
} from '../../../src/main/practice/vendor.ts'
import type { GroupForm } from './acts.ts'
import { testKey } from './leasebar.ts'

/** When the pictures are taken: a Tuesday morning. Ms since the epoch. */
export const morning = Date.UTC(2027, 0, 12, 9, 30)

const hour = 3_600_000
const day = 24 * hour

/** The address shows in a picture, so it is the same each time: a port that no system gives out by itself. */
const port = 17_171

/** A vendor whose clock stands where a test puts it. */
export interface PicturedVendor {
  readonly vendor: PracticeVendor
  readonly world: VendorWorld
  readonly faults: Faults
  readonly setTime: (at: number) => void
}

/** Orders as a reseller has them, with the money for a week. `balance` as the vendor writes it. */
export async function startPicturedVendor(balance = '148.60'): Promise<PicturedVendor> {
  let now = morning
  const end = (hours: number) => ({ end: morning + hours * hour })
  const world = createWorld({
    now: () => now,
    accounts: [
      {
        key: testKey,
        balance,
        orders: [
          { id: '7301848211', type: 'IPv4', country: 'DEU', addresses: 5, ...end(9.5) },
          { id: '7301848215', type: 'IPv4', country: 'NLD', addresses: 4, ...end(20.5) },
          { id: '7301848240', type: 'IPv4', country: 'FRA', addresses: 2, ...end(20.5) },
          { id: '7301851907', type: 'IPv4', country: 'USA', addresses: 8, ...end(6 * 24 + 3) },
          { id: '7301851933', type: 'IPv4', country: 'GBR', addresses: 1, ...end(19 * 24) },
          { id: '7410022118', type: 'IPv6', country: 'DEU', addresses: 10, ...end(44.5) },
          { id: '7410022164', type: 'IPv6', country: 'USA', addresses: 8, ...end(12 * 24) },
          { id: '7520093351', type: 'MOBILE', country: 'GBR', mobileOperator: 'EE', ...end(4 * 24 + 2) },
          { id: '7520093388', type: 'MOBILE', country: 'ITA', mobileOperator: 'TIM', ...end(27 * 24) },
          { id: '7630005172', type: 'ISP', country: 'USA', addresses: 4, ...end(31 * 24) },
          { id: '7630005190', type: 'ISP', country: 'CAN', addresses: 3, ...end(38 * 24) },
        ],
        promoCodes: [
          { code: 'TENOFF', discount: 10, startDate: morning - 30 * day, endDate: morning + 335 * day },
        ],
      },
    ],
  })
  const faults = createFaults()
  return {
    vendor: await startVendor({ world, port, faults }),
    world,
    faults,
    setTime: (at) => {
      now = at
    },
  }
}

/** Groups as a reseller names them. */
export const picturedGroups: readonly GroupForm[] = [
  { name: 'Shop crawlers', orderIds: '7301848211', showInTray: true },
  { name: 'Price monitor EU', orderIds: '7301848215 7301848240', promoCode: 'TENOFF', showInTray: true },
  { name: 'Ostrov & Co', orderIds: '7301851907 7301851933' },
  { name: 'Sign-up tests', type: 'IPv6', orderIds: '7410022118 7410022164' },
  { name: 'Ad checks London', type: 'Mobile', orderIds: '7520093351' },
  { name: 'Sneaker launch', type: 'ISP', orderIds: '7630005172 7630005190' },
]
