/** The world a newcomer practises in: orders of every type, some ending soon, and not enough money for all of them. */
import { createHash } from 'node:crypto'
import type { OrderSeed } from './stock.ts'
import type { ProxyType } from './types.ts'
import { createWorld, type VendorWorld } from './world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Sketch {
  readonly type: ProxyType
  readonly country: string
  readonly addresses: number
  /** Hours from now to the end. */
  readonly ends: number
  readonly operator?: string
  readonly autoExtendDays?: number
}

const SKETCHES: readonly Sketch[] = [
  { type: 'IPv4', country: 'DEU', addresses: 3, ends: 9 },
  { type: 'IPv4', country: 'USA', addresses: 5, ends: 19 },
  { type: 'IPv4', country: 'GBR', addresses: 1, ends: 46 },
  { type: 'IPv4', country: 'FRA', addresses: 2, ends: 47 },
  { type: 'IPv4', country: 'NLD', addresses: 4, ends: 131 },
  { type: 'IPv4', country: 'POL', addresses: 10, ends: 143 },
  { type: 'IPv4', country: 'ESP', addresses: 2, ends: 12 * 24 },
  { type: 'IPv4', country: 'ITA', addresses: 6, ends: 20 * 24 },
  { type: 'IPv4', country: 'USA', addresses: 8, ends: 44 * 24 },
  { type: 'IPv6', country: 'DEU', addresses: 10, ends: 16 },
  { type: 'IPv6', country: 'USA', addresses: 8, ends: 137 },
  { type: 'IPv6', country: 'NLD', addresses: 5, ends: 21 * 24 },
  { type: 'IPv6', country: 'FRA', addresses: 10, ends: 71 * 24 },
  { type: 'IPv6', country: 'SGP', addresses: 4, ends: 83 * 24 },
  { type: 'MOBILE', country: 'DEU', addresses: 1, ends: 18, operator: 'Vodafone' },
  { type: 'MOBILE', country: 'GBR', addresses: 1, ends: 44, operator: 'EE' },
  { type: 'MOBILE', country: 'USA', addresses: 2, ends: 128, operator: 'T-Mobile' },
  { type: 'MOBILE', country: 'FRA', addresses: 1, ends: 15 * 24, operator: 'Orange' },
  { type: 'MOBILE', country: 'ITA', addresses: 1, ends: 22 * 24, operator: 'TIM', autoExtendDays: 30 },
  { type: 'ISP', country: 'USA', addresses: 2, ends: 14 },
  { type: 'ISP', country: 'USA', addresses: 4, ends: 45 },
  { type: 'ISP', country: 'GBR', addresses: 3, ends: 140 },
  { type: 'ISP', country: 'DEU', addresses: 1, ends: 19 * 24 },
  { type: 'ISP', country: 'CAN', addresses: 7, ends: 37 * 24 },
]

/** What the practice world is made for: `random` (0 to below 1) chooses the ids, by default from the key alone. */
export interface PracticeOptions {
  readonly key: string
  readonly now: () => number
  readonly random?: () => number
}

/**
 * Makes the practice world: 24 orders, the promo codes `WELCOME10` (10 %) and `SUMMER` (expired), and 40.00 USD,
 * which pays for a handful of renewals and is then visibly too low.
 */
export function practiceWorld(options: PracticeOptions): VendorWorld {
  const { key, now } = options
  const random = options.random ?? randomFrom(key)
  const begin = now()
  return createWorld({
    now,
    accounts: [
      {
        key,
        balance: '40.00',
        orders: ordersFrom(begin, random),
        promoCodes: [
          {
            code: 'WELCOME10',
            discount: 10,
            countUses: 100,
            startDate: begin - 7 * DAY,
            endDate: begin + 365 * DAY,
          },
          {
            code: 'SUMMER',
            discount: 15,
            countUses: 100,
            startDate: begin - 160 * DAY,
            endDate: begin - 60 * DAY,
          },
        ],
      },
    ],
  })
}

function ordersFrom(begin: number, random: () => number): OrderSeed[] {
  const taken = new Set<string>()
  const id = (type: ProxyType): string => {
    const length = type === 'MOBILE' ? 19 : 17
    const fresh =
      type === 'ISP' ? pick(random, '0123456789abcdef', 24) : `17${pick(random, '0123456789', length)}`
    if (taken.has(fresh)) return id(type)
    taken.add(fresh)
    return fresh
  }
  return SKETCHES.map((sketch) => {
    const end = begin + sketch.ends * HOUR
    return {
      id: id(sketch.type),
      type: sketch.type,
      country: sketch.country,
      addresses: sketch.addresses,
      start: end - (sketch.type === 'IPv6' ? 90 : 60) * DAY,
      end,
      ...(sketch.operator === undefined ? {} : { mobileOperator: sketch.operator }),
      ...(sketch.autoExtendDays === undefined ? {} : { autoExtendDays: sketch.autoExtendDays }),
    }
  })
}

function pick(random: () => number, from: string, length: number): string {
  return Array.from({ length }, () => from.charAt(Math.floor(random() * from.length))).join('')
}

/** Numbers that depend on the key alone, so that one key is one world. */
function randomFrom(key: string): () => number {
  let count = 0
  return () => {
    count += 1
    return createHash('sha256').update(`${count} ${key}`).digest().readUInt32BE(0) / 2 ** 32
  }
}
