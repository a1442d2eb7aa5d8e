import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VendorClient } from '../../../src/main/vendor/client.ts'
import { day } from '../../../src/shared/domain/rules/ends.ts'
import { type BatchResult, runBatch } from '../../torture/batch.ts'
import { makeTemplate, type Template } from '../../torture/scene.ts'
import type { Broken } from '../../torture/truth.ts'

/** The short run of `npm run torture`: always the same sequences, so that what fails here fails everywhere. */
const seed = 3_000_000
const steps = { min: 4, max: 20 }

let base = ''
let template: Template

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'leasebar-torture-'))
  template = await makeTemplate(base)
})

afterAll(() => rmSync(base, { recursive: true, force: true }))

test('a hundred random sequences: nothing paid twice, no outcome lost, nothing settled wrongly', async () => {
  const { figures, failure } = await runBatch({ base, template, seed, count: 100, steps })
  console.log(JSON.stringify({ seed, ...figures }))
  expect(failure).toBeNull()
  expect(figures.sequences).toBe(100)
  // A run in which little happened would show nothing.
  expect(figures.paidRequests).toBeGreaterThan(80)
  expect(figures.settledRenewed).toBeGreaterThan(10)
  expect(figures.settledNotRenewed).toBeGreaterThan(10)
  expect(figures.unknown).toBeGreaterThan(5)
}, 180_000)

/** Clients that break a promise each. */
const sabotages: readonly [Broken, string, (client: VendorClient) => VendorClient][] = [
  [
    'paid twice',
    'sends a renewal again when its reply was lost',
    (client) => ({
      ...client,
      extend: async (...asked) => {
        const first = await client.extend(...asked)
        if (first.phase === 'lost') await client.extend(...asked)
        return first
      },
    }),
  ],
  [
    'outcome lost',
    'says of a lost reply that nothing was sent',
    (client) => ({
      ...client,
      extend: async (...asked) => {
        const exchange = await client.extend(...asked)
        return exchange.phase === 'lost' ? { phase: 'not-sent', reason: exchange.reason } : exchange
      },
    }),
  ],
  [
    'wrong settlement',
    'reads ends that went on once a reply was lost',
    (client) => {
      let on = 0
      return {
        ...client,
        extend: async (access, request, ...rest) => {
          const exchange = await client.extend(access, request, ...rest)
          if (exchange.phase === 'lost') on = request.rentPeriodDays * day
          return exchange
        },
        orders: async (access) => {
          const list = await client.orders(access)
          if (!list.ok || on === 0) return list
          const moved = list.value.orders.map((order) => ({
            ...order,
            endsAt: order.endsAt === null ? null : order.endsAt + on,
          }))
          return { ok: true, value: { ...list.value, orders: moved } }
        },
      }
    },
  ],
]

test.each(sabotages)(
  'a client is found out (%s) that %s, and its seed replays',
  async (broken, _what, sabotage) => {
    const broke = { ...template, sabotage }
    const found = failureOf(await runBatch({ base, template: broke, seed, count: 200, steps }))
    expect(found.broken).toBe(broken)
    const again = failureOf(
      await runBatch({ base, template: broke, seed: found.seed, path: found.path, count: 1, steps }),
    )
    expect(again.sequence).toEqual(found.sequence)
    expect(again.message).toBe(found.message)
    // The same sequence without the sabotage is sound.
    const { failure } = await runBatch({
      base,
      template,
      seed: found.seed,
      path: found.path,
      count: 1,
      steps,
    })
    expect(failure).toBeNull()
  },
  180_000,
)

function failureOf({ failure }: BatchResult) {
  if (failure === null) throw new Error('nothing was found')
  return failure
}
