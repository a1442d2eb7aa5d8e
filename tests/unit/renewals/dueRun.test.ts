import { expect, test } from 'vitest'
import type { Agreement } from '../../../src/main/renewals/agreements.ts'
import { createDueRuns } from '../../../src/main/renewals/dueRun.ts'
import type { Preview, PreviewAnswer } from '../../../src/main/renewals/previews.ts'
import type { RenewalAnswer } from '../../../src/shared/contract/types.ts'
import { type DueRun, dueRunSchema } from '../../../src/shared/domain/dueRun.ts'
import type { ReadProblem } from '../../../src/shared/domain/exchange.ts'
import type { Group } from '../../../src/shared/domain/group.ts'
import { fakeClock, settled } from '../../support/clocks.ts'
import { aGroup, anIntent, aQuote, aRenewal, aResult, money, NOW, uuid } from '../../support/domain.ts'

const main = uuid(100)
const second = uuid(101)

function group(number: number, accountId = main): Group {
  return aGroup({ id: uuid(number), accountId, name: `G${number}`, orderIds: [`${number}`] })
}

const priced: PreviewAnswer = {
  kind: 'priced',
  quote: aQuote(),
  findings: [],
  seenEnds: new Map(),
  dayLimit: null,
  spentToday: [],
}

function none(kind: ReadProblem['kind'], retryAfter: number | null = null): PreviewAnswer {
  return { kind: 'none', problem: { kind, message: 'Why.', vendorError: null, retryAfter } }
}

/** Runs over a vendor that a test scripts, on clocks that only the test moves. */
function lab(groups: readonly Group[]) {
  const clock = fakeClock(NOW)
  const asked: { readonly at: number; readonly id: string }[] = []
  const sent: { readonly id: string; readonly agreement: Agreement }[] = []
  const script: (PreviewAnswer | Promise<PreviewAnswer>)[] = []
  const told: DueRun[] = []
  const refusedKeys: string[] = []
  const byId = new Map(groups.map((one) => [one.id, one]))
  const state = { stopped: false, pay: async (answer: RenewalAnswer) => answer }
  let ids = 1000
  const runs = createDueRuns({
    renewals: {
      preview: async (groupId) => {
        asked.push({ at: clock.monotonic(), id: groupId })
        const answer = (await script.shift()) ?? priced
        const value: Preview = { group: byId.get(groupId) ?? group(0), answer, balance: money(100) }
        return { ok: true, value }
      },
      startAgreed: async (groupId, agreement) => {
        sent.push({ id: groupId, agreement })
        const intent = anIntent({ groupId, source: 'batch' })
        const value = await state.pay({
          kind: 'ended',
          renewal: aRenewal({ intent, result: aResult('renewed') }),
        })
        return { ok: true, value }
      },
      isStopped: () => state.stopped,
    },
    accounts: { get: (id) => ({ id, name: `Account ${id}`, renewalLimit: null, dayLimit: null }) },
    groups: { get: (id) => byId.get(id) ?? null },
    clock,
    newId: () => {
      ids += 1
      return uuid(ids)
    },
    changed: () => {
      const shown = runs.state()
      if (shown) expect(dueRunSchema.safeParse(shown).error).toBeUndefined()
    },
    ended: (run) => told.push(run),
    keyRefused: (accountId) => refusedKeys.push(accountId),
    gap: 1000,
  })
  const wanted = groups.map(({ id }, at) => ({ groupId: id, endsAt: NOW + at }))
  const shown = () => runs.state() ?? expect.unreachable('no run')
  const press = () => runs.pay(shown().confirmation?.id ?? expect.unreachable('nothing to press'))
  return { clock, asked, sent, script, told, refusedKeys, byId, state, runs, wanted, shown, press }
}

const statuses = (run: DueRun): string[] => run.rows.map(({ status }) => status)

test('quotes of an account are a second apart, those of another go on beside it, and each is told', async () => {
  const { runs, clock, asked, wanted, shown } = lab([group(1), group(2), group(3, second), group(4)])
  const plan = runs.plan(wanted)
  await settled()
  expect(asked.map(({ id }) => id)).toEqual([uuid(1), uuid(3)])
  expect(shown()).toMatchObject({ phase: 'quoting', confirmation: null })
  expect(statuses(shown())).toEqual(['priced', 'quoting', 'priced', 'waiting'])
  await clock.pass(999)
  expect(asked).toHaveLength(2)
  await clock.pass(1)
  expect(asked).toHaveLength(3)
  await clock.pass(1000)
  expect(await plan).toMatchObject({ ok: true, value: { phase: 'asking', count: 4, sums: [money(11.2)] } })
  // A new plan keeps its distance from the last.
  void runs.plan(wanted)
  await settled()
  expect(asked).toHaveLength(5)
})

test('a Retry-After is obeyed and shown, then the same quote is asked again; patience has an end', async () => {
  const { runs, clock, asked, script, wanted, shown } = lab([group(1), group(2)])
  script.push(...Array.from({ length: 4 }, () => none('rate-limited', 20_000)))
  const plan = runs.plan(wanted)
  await settled()
  expect(shown().waitsUntil).toBe(NOW + 20_000)
  await clock.pass(60_000)
  expect(asked.map(({ id }) => id)).toEqual(Array(4).fill(uuid(1)))
  await clock.pass(1000)
  const run = await plan
  expect(run).toMatchObject({ value: { phase: 'asking', waitsUntil: null } })
  expect(statuses(shown())).toEqual(['no-price', 'priced'])
})

test('cancelling while prices are read ends it at once, and nothing is asked after it', async () => {
  const { runs, clock, asked, script, wanted, shown } = lab([group(1), group(2)])
  script.push(new Promise<PreviewAnswer>(() => undefined))
  const plan = runs.plan(wanted)
  await settled()
  expect(await runs.plan(wanted)).toMatchObject({ error: { kind: 'busy' } })
  runs.cancel(uuid(9))
  expect(shown().phase).toBe('quoting')
  runs.cancel(shown().id)
  expect(await plan).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
  expect(runs.state()).toBeNull()
  await clock.pass(60_000)
  expect(asked).toHaveLength(1)
})

test.each<[string, PreviewAnswer, number]>([
  ['cannot be read', { kind: 'no-key', message: 'The keychain is locked.' }, 0],
  ['is refused', { kind: 'refused', error: { code: 2, message: 'Unknown key' } }, 1],
])('where the key %s nothing more is asked of that account', async (_name, answer, refused) => {
  const { runs, clock, asked, script, wanted, refusedKeys, shown, press } = lab([
    group(1),
    group(2),
    group(3, second),
  ])
  script.push(answer)
  const plan = runs.plan(wanted)
  await clock.pass(5000)
  await plan
  expect(asked.map(({ id }) => id)).toEqual([uuid(1), uuid(3)])
  expect(statuses(shown())).toEqual(['no-price', 'no-price', 'priced'])
  expect(refusedKeys.length > 0).toBe(refused > 0)
  expect(await press()).toMatchObject({ value: { rows: [{}, {}, { outcome: 'renewed' }] } })
})

test('a group that was changed while prices were read has none', async () => {
  const { runs, clock, byId, wanted, shown } = lab([group(1), group(2)])
  const plan = runs.plan(wanted)
  byId.set(uuid(2), { ...group(2), rentPeriodDays: 60 })
  await clock.pass(1000)
  await plan
  expect(statuses(shown())).toEqual(['priced', 'no-price'])
  expect(shown().rows[1]?.words).toMatch(/changed while prices were read/)
})

test('what is paid for is what the plan showed: mark, price, findings and ends', async () => {
  const { runs, sent, script, wanted, shown, press } = lab([group(1)])
  const seenEnds = new Map([['1', NOW]])
  const warning = { kind: 'quote-warning', warning: { code: 7, message: 'Theirs' } } as const
  const missing = { kind: 'no-quote', reason: 'Old.' } as const
  script.push({ ...priced, findings: [warning, missing], seenEnds })
  await runs.plan(wanted)
  runs.include(shown().id, uuid(1), true)
  await press()
  expect(sent).toMatchObject([
    { id: uuid(1), agreement: { price: money(2.8), findings: [warning], seenEnds } },
  ])
})

test('one at a time, in the order of their ends, and one end is told', async () => {
  const { runs, clock, sent, told, state, wanted, shown, press } = lab([group(1), group(2), group(3)])
  const reversed = [...wanted].reverse()
  const plan = runs.plan(reversed)
  await clock.pass(2000)
  await plan
  let open: () => void = () => undefined
  state.pay = (answer) => new Promise((resolve) => (open = () => resolve(answer)))
  const pressed = press()
  for (const count of [1, 2, 3]) {
    await settled()
    expect(sent.map(({ id }) => id)).toEqual([1, 2, 3].slice(0, count).map(uuid))
    expect(shown().rows[count - 1]?.status).toBe('paying')
    open()
  }
  expect(await pressed).toMatchObject({ value: { phase: 'ended', stops: [], paid: [money(8.4)] } })
  expect(shown().accounts[0]?.balanceNow).toEqual(money(91.6))
  expect(told).toHaveLength(1)
})

test('a bug at one group’s turn stops everything after it', async () => {
  const { runs, clock, sent, told, state, wanted, press } = lab([group(1), group(2)])
  const plan = runs.plan(wanted)
  await clock.pass(1000)
  await plan
  state.pay = () => Promise.reject(new Error('a bug'))
  const run = await press()
  expect(run).toMatchObject({ value: { phase: 'ended', stops: [{ kind: 'failed', accountId: null }] } })
  expect(sent).toHaveLength(1)
  expect(told).toHaveLength(1)
})

test('who waits for what is on its way before quitting does not wait for the rest', async () => {
  const { runs, clock, sent, state, wanted, press } = lab([group(1), group(2)])
  const plan = runs.plan(wanted)
  await clock.pass(1000)
  await plan
  state.pay = async (answer) => {
    runs.stopForQuit()
    return answer
  }
  expect(await press()).toMatchObject({ value: { stops: [{ kind: 'quitting' }] } })
  expect(sent).toHaveLength(1)
})

test('quitting leaves no plan behind that could be paid', async () => {
  const { runs, wanted, shown } = lab([group(1)])
  await runs.plan(wanted)
  const { confirmation } = shown()
  runs.stopForQuit()
  expect(runs.state()).toBeNull()
  expect(await runs.pay(confirmation?.id ?? '')).toMatchObject({ error: { kind: 'expired' } })
})

test('nothing ticked, nothing to pay; ticking again makes it payable', async () => {
  const { runs, sent, wanted, shown, press } = lab([group(1)])
  await runs.plan(wanted)
  runs.include(shown().id, uuid(1), false)
  expect(shown()).toMatchObject({ count: 0, sums: [] })
  expect(await press()).toMatchObject({ error: { kind: 'nothing' } })
  expect(runs.include(shown().id, uuid(2), true)).toMatchObject({ error: { kind: 'expired' } })
  runs.include(shown().id, uuid(1), true)
  expect(await press()).toMatchObject({ ok: true })
  expect(sent).toHaveLength(1)
  expect(runs.include(shown().id, uuid(1), true)).toMatchObject({ error: { kind: 'expired' } })
})

test('a new plan makes the one before worth nothing', async () => {
  const { runs, clock, sent, wanted, shown } = lab([group(1)])
  await runs.plan(wanted)
  const first = shown().confirmation?.id ?? ''
  const plan = runs.plan(wanted)
  await clock.pass(1000)
  await plan
  expect(await runs.pay(first)).toMatchObject({ error: { kind: 'expired' } })
  expect(sent).toEqual([])
})

test('groups that are gone are left out; without any there is no plan', async () => {
  const { runs, wanted, shown } = lab([group(1)])
  expect(await runs.plan([{ groupId: uuid(8), endsAt: null }])).toMatchObject({
    error: { kind: 'not-found' },
  })
  expect(runs.state()).toBeNull()
  await runs.plan([{ groupId: uuid(8), endsAt: 1 }, ...wanted])
  expect(shown().rows).toHaveLength(1)
})
