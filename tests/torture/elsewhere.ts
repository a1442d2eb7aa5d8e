/** The steps of everybody else: the vendor, its site, another machine. */
import { priceOf } from '../../src/main/practice/prices.ts'
import type { VendorAccount } from '../../src/main/practice/types.ts'
import { key } from './ground.ts'
import { groupAt } from './groups.ts'
import type { Scene } from './scene.ts'
import type { Step } from './steps.ts'

/** A step that happens at the vendor, without Leasebar. */
export type Elsewhere = Extract<
  Step,
  { readonly do: 'topUp' | 'purchase' | 'elsewhere' | 'auto' | 'readFault' | 'service' | 'lag' }
>

/** Carries it out. */
export function atVendor(scene: Scene, step: Elsewhere): void {
  const { shop } = scene
  const account = shop.books.account(key)
  if (!account) return
  switch (step.do) {
    case 'topUp':
      account.balance += step.amount
      return
    case 'purchase':
      account.balance -= Math.min(step.amount, account.balance)
      return
    case 'elsewhere':
      extend(scene, account, step)
      return
    case 'auto': {
      const orders = [...account.orders.values()]
      const order = orders[step.order % Math.max(1, orders.length)]
      if (order) order.autoExtendDays = step.on ? 30 : null
      return
    }
    case 'readFault':
      shop.readFaults.push(step.fault)
      return
    case 'service':
      shop.books.available = !step.down
      return
    case 'lag':
      shop.lag(step.ms)
  }
}

/** Another machine extends orders of a group: the same ones by the same period at the same price, or nearly so. */
function extend(
  scene: Scene,
  account: VendorAccount,
  step: Extract<Step, { readonly do: 'elsewhere' }>,
): void {
  const { books } = scene.shop
  const group = groupAt(scene, step.group)
  if (!group) return
  const { orderIds } = group
  const ids = orderIds.filter((_, at) => step.only === null || at === step.only % orderIds.length)
  const orders = ids.flatMap((id) => account.orders.get(id) ?? [])
  const addresses = orders.reduce((sum, order) => sum + order.addresses.length, 0)
  const days = step.days ?? group.rentPeriodDays
  const what = { type: 'IPv4', days, addresses, promoCode: null } as const
  const full = priceOf(books.prices, account, what, scene.timeline.truth())?.price ?? 0
  const price = Math.round((full * step.paying) / 100)
  const parts = orders.map((order) => ({ order, addresses: order.addresses }))
  const terms = { days, price: { price, discount: 0, promoCodeStatus: null }, promoCode: null }
  books.charge(account, parts, terms)
}
