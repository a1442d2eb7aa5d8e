import { randomUUID } from 'node:crypto'
import keytar from 'keytar'
import { openStore } from '../../src/main/store/open.ts'
import { createVendorClient } from '../../src/main/vendor/client.ts'
import type { Shop } from './shop.ts'

/** Fills a data folder through the app's own store and client, as if the app had been in use. Gives the account's id. */
export async function seedFolder(folder: string, shop: Shop): Promise<string> {
  const opened = openStore({ folder, now: Date.now })
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  const accountId = randomUUID()
  const now = Date.now()
  await keytar.setPassword('Leasebar', accountId, shop.key)
  need(
    store.accounts.save({
      id: accountId,
      name: 'Main',
      kind: 'vendor',
      apiUrl: shop.url,
      keyStored: true,
      keyTail: shop.key.slice(-4),
      warnBelow: null,
      renewalLimit: null,
      dayLimit: null,
      createdAt: now,
    }),
  )
  for (const [at, { name, type, orderIds }] of shop.groups.entries()) {
    need(
      store.groups.save({
        id: randomUUID(),
        accountId,
        name,
        proxyType: type,
        orderIds: [...orderIds],
        rentPeriodDays: type === 'IPv6' ? 90 : 30,
        promoCode: null,
        showInTray: at < 5,
        priceLimit: null,
        dueDays: null,
        createdAt: now + at,
        updatedAt: now + at,
      }),
    )
  }
  const clock = { now: Date.now, monotonic: () => performance.now(), wait }
  const client = createVendorClient({ clock, proxyFor: async () => null })
  const list = need(await client.orders({ apiUrl: shop.url, key: shop.key }))
  store.orders.save(accountId, list, now)
  store.orders.markShown(accountId, list.orders)
  await store.keepGoodCopy()
  store.close()
  return accountId
}

function need<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}
