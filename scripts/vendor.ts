/** Starts the embedded vendor alone, so that curl can try it: `node scripts/vendor.ts [--port N]`. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type ProxyType, practiceWorld, startVendor, type VendorWorld } from '../src/main/practice/vendor.ts'

const USAGE = 'node scripts/vendor.ts [--port N]   (without --port the system chooses one)'

function portFrom(args: string[]): number | null {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string' } } })
    const port = Number(values.port ?? 0)
    return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null
  } catch {
    return null
  }
}

function anOrder(world: VendorWorld, key: string, type: ProxyType): string {
  const orders = [...(world.account(key)?.orders.values() ?? [])]
  return orders.find((order) => order.type === type)?.id ?? ''
}

function post(url: string, call: string, body: object): string {
  return `curl -s -H 'Content-Type: application/json' -d '${JSON.stringify(body)}' ${url}/${call}`
}

async function main(): Promise<number> {
  const port = portFrom(process.argv.slice(2))
  if (port === null) {
    console.error(USAGE)
    return 2
  }
  const key = randomBytes(16).toString('hex')
  const world = practiceWorld({ key, now: Date.now })
  const vendor = await startVendor({ world, port })
  const base = `${vendor.url}/client/api/v1/${key}`
  const renewal = { proxyType: 'IPv4', orderIds: [anOrder(world, key, 'IPv4')], rentPeriodDays: 30 }
  const mobile = { proxyType: 'MOBILE', orderIds: [anOrder(world, key, 'MOBILE')], rentPeriodDays: 30 }
  console.log(`The embedded vendor listens. Nothing here costs money; Ctrl-C ends it.

  API address  ${vendor.url}
  API key      ${key}

What is rented, a quote (with a promo code), a renewal:

  curl -s '${base}/ipAddress?proxyType=IPv4'
  ${post(base, 'calculate/extend/order', { ...renewal, promoCode: 'WELCOME10' })}
  ${post(base, 'extend/order', mobile)}
`)
  await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await vendor.close()
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return 1
})
