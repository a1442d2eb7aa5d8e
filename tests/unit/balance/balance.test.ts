import { expect, test } from 'vitest'
import { createBalance } from '../../../src/main/balance/balance.ts'
import type { ReadProblem } from '../../../src/shared/domain/exchange.ts'
import type { Money } from '../../../src/shared/domain/money.ts'
import { err, ok, type Result } from '../../../src/shared/domain/result.ts'
import { money, NOW } from '../../support/domain.ts'

function setup() {
  const points: { id: string; money: Money; at: number }[] = []
  const state = { now: NOW, changes: 0, keyMissing: false, taken: [] as string[], refused: [] as string[] }
  const answers: ((balance: Result<Money, ReadProblem>) => void)[] = []
  const balance = createBalance({
    store: {
      add: (id, sum, at) => points.push({ id, money: sum, at }),
      latest: (id) => points.filter((point) => point.id === id).at(-1) ?? null,
    },
    access: async () =>
      state.keyMissing
        ? err({ message: 'The keychain is locked.' })
        : ok({ apiUrl: 'https://v.invalid', key: 'k' }),
    read: () => new Promise((resolve) => answers.push(resolve)),
    now: () => state.now,
    changed: () => {
      state.changes += 1
    },
    taken: (id, sum) => state.taken.push(`${id} ${sum.amount}`),
    keyRefused: (id) => state.refused.push(id),
  })
  return { balance, state, answers, points }
}

const problem = (kind: ReadProblem['kind']): ReadProblem => ({
  kind,
  message: `It is ${kind}.`,
  vendorError: null,
  retryAfter: null,
})
const tick = () => new Promise((resolve) => setImmediate(resolve))

test('before the first read nothing is known', () => {
  expect(setup().balance.state('a')).toEqual({
    money: null,
    readAt: null,
    reading: false,
    problem: null,
    offline: false,
  })
})

test('a read is shown while it runs; its figure is kept and told to the low-balance rule', async () => {
  const { balance, state, answers } = setup()
  const reading = balance.refresh('a')
  const joining = balance.refresh('a')
  expect(balance.state('a').reading).toBe(true)
  await tick()
  expect(answers).toHaveLength(1)
  answers[0]?.(ok(money(40)))
  expect(await Promise.all([reading, joining])).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ])
  expect(balance.state('a')).toEqual({
    money: money(40),
    readAt: NOW,
    reading: false,
    problem: null,
    offline: false,
  })
  expect(state.taken).toEqual(['a 400000'])
  expect(balance.money('b')).toBeNull()
})

test.each([
  ['offline', true],
  ['bad-reply', false],
  ['rate-limited', false],
  ['vendor-error', false],
  ['key-unknown', false],
] as const)('a read that fails as %s keeps the last figure with its age', async (kind, offline) => {
  const { balance, answers, state } = setup()
  balance.take('a', money(40), NOW - 5000)
  const reading = balance.refresh('a')
  await tick()
  answers[0]?.(err(problem(kind)))
  expect(await reading).toEqual({ ok: false, error: `It is ${kind}.` })
  expect(balance.state('a')).toEqual({
    money: money(40),
    readAt: NOW - 5000,
    reading: false,
    problem: `It is ${kind}.`,
    offline,
  })
  expect(state.refused).toEqual(kind === 'key-unknown' ? ['a'] : [])
  balance.take('a', money(39), NOW)
  expect(balance.state('a')).toMatchObject({ problem: null, offline: false })
})

test('without a key nobody is asked', async () => {
  const { balance, answers, state } = setup()
  state.keyMissing = true
  expect(await balance.refresh('a')).toEqual({ ok: false, error: 'The keychain is locked.' })
  expect(answers).toEqual([])
  expect(balance.state('a')).toMatchObject({ problem: 'The keychain is locked.', offline: false })
})

test('a read that could not be tried, because the machine is offline, is said like one that failed', async () => {
  const { balance, state, answers } = setup()
  balance.take('a', money(40), NOW - 5000)
  const before = state.changes
  balance.missed('a', 'This computer is offline.')
  expect(balance.state('a')).toMatchObject({
    readAt: NOW - 5000,
    problem: 'This computer is offline.',
    offline: true,
  })
  expect(state.changes).toBe(before + 1)
  const reading = balance.refresh('a')
  await tick()
  answers[0]?.(ok(money(41)))
  await reading
  expect(balance.state('a')).toMatchObject({ problem: null, offline: false })
})

test('a figure that was on its way while a renewal told a newer one does not come back', async () => {
  const { balance, answers, state } = setup()
  balance.take('a', money(100), NOW - 1000)
  const reading = balance.refresh('a')
  await tick()
  balance.take('a', money(97.2), NOW)
  answers[0]?.(ok(money(100)))
  expect(await reading).toEqual({ ok: true, value: null })
  expect(balance.money('a')).toEqual(money(97.2))
  expect(state.taken.at(-1)).toBe('a 972000')
})
