import { describe, expect, it, test } from 'vitest'
import { noPolls, pollAnswered, pollRecovered, pollStep } from '../../../src/main/watch/polling.ts'
import { gaps, MINUTE, online, run, SECOND, times } from './pollingRun.ts'

const HOUR = 60 * MINUTE
const one = () => online('a')

describe('in its time', () => {
  it('reads both at once at start, then the balance every period and the orders every other', () => {
    const { asked } = run({ until: HOUR, accounts: one })
    expect(times(asked, 'a').map((at) => at / MINUTE)).toEqual([0, 10, 20, 30, 40, 50, 60])
    expect(times(asked, 'a', 'orders').map((at) => at / MINUTE)).toEqual([0, 30, 60])
  })

  it.each([
    [0, 9],
    [0.5, 10],
    [0.999_999_9, 11],
  ])('comes up to a tenth earlier or later: random %s makes of 10 minutes %s', (random, minutes) => {
    const { asked } = run({ until: 12 * MINUTE, accounts: one, random: () => random })
    expect((times(asked, 'a')[1] ?? 0) / MINUTE).toBeCloseTo(minutes, 4)
  })

  it.each([0, 0.5, 0.99])('never comes more often than once a minute: random %s', (random) => {
    const periods = () => ({ balance: MINUTE, orders: MINUTE })
    const { asked } = run({ until: HOUR, accounts: one, periods, random: () => random })
    expect(Math.min(...gaps(times(asked, 'a')))).toBeGreaterThanOrEqual(MINUTE)
    expect(Math.max(...gaps(times(asked, 'a')))).toBeLessThanOrEqual(1.1 * MINUTE)
  })

  it('a period that changed holds at once: shorter is due now, longer is not due yet', () => {
    const periods = (at: number) => ({ balance: at < 5 * MINUTE ? HOUR : 3 * MINUTE, orders: 30 * MINUTE })
    const shorter = run({ until: 9 * MINUTE, accounts: one, periods, looks: [5 * MINUTE] })
    expect(times(shorter.asked, 'a').map((at) => at / MINUTE)).toEqual([0, 5, 8])
    const longer = run({
      until: HOUR,
      accounts: one,
      periods: (at) => ({ balance: at < 5 * MINUTE ? 10 * MINUTE : 40 * MINUTE, orders: HOUR }),
      looks: [5 * MINUTE],
    })
    expect(times(longer.asked, 'a').map((at) => at / MINUTE)).toEqual([0, 40])
  })

  it('a slow answer is waited for: nothing is asked twice at a time', () => {
    const periods = () => ({ balance: MINUTE, orders: HOUR })
    const { asked } = run({ until: 10 * MINUTE, accounts: one, periods, takes: 2.5 * MINUTE })
    expect(times(asked, 'a').map((at) => at / MINUTE)).toEqual([0, 2.5, 5, 7.5, 10])
  })
})

describe('several accounts', () => {
  it('are asked a second apart at start, and then spread over the period', () => {
    const { asked } = run({ until: 21 * MINUTE, accounts: () => online('a', 'b', 'c') })
    expect(asked.slice(0, 6).map(({ at, accountId }) => `${accountId} ${at / SECOND}`)).toEqual([
      'a 0',
      'a 0',
      'b 1',
      'b 1',
      'c 2',
      'c 2',
    ])
    const later = ['a', 'b', 'c'].map((id) => (times(asked, id)[1] ?? 0) / MINUTE)
    expect(later[0]).toBeCloseTo(10 / 3, 1)
    expect(later[1]).toBeCloseTo(20 / 3, 1)
    expect(later[2]).toBeCloseTo(10, 1)
    for (const id of ['a', 'b', 'c']) {
      expect((times(asked, id)[2] ?? 0) - (times(asked, id)[1] ?? 0)).toBe(10 * MINUTE)
    }
  })

  it('one that was connected later has been read by that, and comes after a period', () => {
    const { asked } = run({
      until: 20 * MINUTE,
      accounts: (at) => (at < 2 * MINUTE ? online('a') : online('a', 'b')),
      looks: [2 * MINUTE],
    })
    expect(times(asked, 'b').map((at) => at / MINUTE)).toEqual([12])
  })

  it('one that is gone is asked no more, and its late answer changes nothing', () => {
    const { asked } = run({
      until: HOUR,
      accounts: (at) => (at < 1.2 * SECOND ? online('a', 'b') : online('a')),
      takes: 500,
    })
    expect(times(asked, 'b')).toEqual([SECOND])
    expect(pollAnswered(noPolls, { accountId: 'gone', kind: 'orders' }, false, 1)).toBe(noPolls)
  })
})

describe('the vendor fails', () => {
  const failsUntil = (end: number) => (_poll: unknown, at: number) => at >= end

  it('each wait is twice as long, up to an hour, and the first success ends it', () => {
    const { asked } = run({ until: 6 * HOUR, accounts: one, answers: failsUntil(4 * HOUR), takes: 0 })
    expect(gaps(times(asked, 'a')).map((gap) => gap / MINUTE)).toEqual([
      ...[10, 20, 40, 60, 60, 60],
      ...[10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10],
    ])
  })

  it('a period longer than an hour stays as it is', () => {
    const periods = () => ({ balance: 3 * HOUR, orders: 24 * HOUR })
    const { asked } = run({ until: 10 * HOUR, accounts: one, periods, answers: () => false, takes: 0 })
    expect(gaps(times(asked, 'a')).map((gap) => gap / HOUR)).toEqual([3, 3, 3])
  })

  it('a failure that took long is not repeated as soon as it is known', () => {
    const periods = () => ({ balance: MINUTE, orders: HOUR })
    const answers = () => false
    const { asked } = run({ until: 12 * MINUTE, accounts: one, periods, answers, takes: 2.5 * MINUTE })
    expect(times(asked, 'a').map((at) => at / MINUTE)).toEqual([0, 3.5, 8])
  })

  it('the failure of one thing does not slow another down', () => {
    const answers = ({ kind }: { kind: string }) => kind === 'orders'
    const { asked } = run({ until: 3 * HOUR, accounts: one, answers })
    expect(times(asked, 'a', 'orders')).toHaveLength(7)
  })

  it('what somebody else read with success is polled as usual again', () => {
    const poll = { accountId: 'a', kind: 'balance' } as const
    const input = {
      accounts: online('a'),
      periods: { balance: 10 * MINUTE, orders: 40 * HOUR },
      now: 0,
      random: () => 0.5,
    }
    let state = pollStep(noPolls, input).state
    for (let count = 0; count < 5; count += 1) state = pollAnswered(state, poll, false, 0)
    state = pollRecovered(state, poll, 5 * MINUTE)
    expect(pollStep(state, { ...input, now: 14.9 * MINUTE }).ask).toEqual([])
    expect(pollStep(state, { ...input, now: 15 * MINUTE }).ask).toEqual([poll])
    // Without a failure before it moves nothing.
    expect(pollRecovered(state, poll, 6 * MINUTE).things).toEqual(state.things)
  })
})

describe('waking, and the network', () => {
  it('reads everything at once on waking, and nothing twice within a minute, however often it wakes', () => {
    const woken = run({ until: 6 * MINUTE, accounts: one, wakes: [4 * MINUTE] })
    expect(times(woken.asked, 'a').map((at) => at / MINUTE)).toEqual([0, 4])
    expect(times(woken.asked, 'a', 'orders').map((at) => at / MINUTE)).toEqual([0, 4])
    const wakes = Array.from({ length: 300 }, (_, index) => index * SECOND)
    const storm = run({ until: 5 * MINUTE, accounts: one, wakes })
    expect(times(storm.asked, 'a').map((at) => at / MINUTE)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('waking also ends the wait after failures, but for the minute', () => {
    const { asked } = run({ until: 2 * HOUR, accounts: one, answers: () => false, wakes: [100 * MINUTE] })
    expect(times(asked, 'a')).toContain(100 * MINUTE)
  })

  const outage = (from: number, to: number) => (at: number) =>
    online('a', 'b').map((account) => ({ ...account, online: at < from || at >= to }))

  it('asks nothing while offline, says once what it misses, and is back within seconds', () => {
    const { asked, missed } = run({ until: 59 * MINUTE, accounts: outage(5 * MINUTE, 47 * MINUTE) })
    expect(asked.filter(({ at }) => at > 6 * MINUTE && at < 47 * MINUTE)).toEqual([])
    expect(missed.filter(({ accountId }) => accountId === 'a')).toHaveLength(2)
    for (const id of ['a', 'b']) {
      const back = times(asked, id).find((at) => at >= 47 * MINUTE) ?? 0
      expect(back - 47 * MINUTE).toBeLessThanOrEqual(7 * SECOND)
    }
  })

  it('coming back ends the wait after failures', () => {
    const { asked } = run({
      until: 71 * MINUTE,
      accounts: outage(40 * MINUTE, 45 * MINUTE),
      answers: (_poll, at) => at > 40 * MINUTE,
      takes: 0,
    })
    expect(times(asked, 'a').map((at) => Math.round(at / MINUTE))).toEqual([0, 10, 30, 45, 50, 60, 70])
  })

  it('each outage is told, not each look', () => {
    const { missed, asked } = run({
      until: 2 * HOUR,
      accounts: (at) => [
        { accountId: 'a', online: at < MINUTE || Math.floor(at / (20 * MINUTE)) % 2 === 1, heldFor: 0 },
      ],
    })
    expect(times(missed, 'a')).toHaveLength(3)
    expect(times(asked, 'a').length).toBeGreaterThan(5)
  })

  it('an account on this machine is polled although the machine is offline', () => {
    const accounts = () => [...online('practice'), { accountId: 'away', online: false, heldFor: 0 }]
    const { asked } = run({ until: HOUR, accounts })
    expect(times(asked, 'practice').length).toBeGreaterThan(5)
    expect(times(asked, 'away')).toEqual([])
  })

  it('a clock that jumps by a day makes one poll of each thing, not one for each period', () => {
    const input = {
      accounts: one(),
      periods: { balance: 10 * MINUTE, orders: HOUR },
      now: 0,
      random: () => 0.5,
    }
    const answered = (from: typeof noPolls, now: number) =>
      (['balance', 'orders'] as const).reduce(
        (state, kind) => pollAnswered(state, { accountId: 'a', kind }, true, now),
        from,
      )
    const first = answered(pollStep(noPolls, input).state, 300)
    const jumped = pollStep(first, { ...input, now: 24 * HOUR })
    expect(jumped.ask).toHaveLength(2)
    const after = answered(jumped.state, 24 * HOUR + 300)
    expect(pollStep(after, { ...input, now: 24 * HOUR + 9 * MINUTE }).ask).toEqual([])
    expect(pollStep(after, { ...input, now: 24 * HOUR + 10 * MINUTE }).ask).toHaveLength(1)
  })
})

test('what the vendor asked to wait for is waited out, then it is asked at once', () => {
  const held = 25 * MINUTE
  const { asked } = run({
    until: HOUR,
    accounts: (at) => [{ accountId: 'a', online: true, heldFor: at < SECOND ? 0 : Math.max(0, held - at) }],
  })
  expect(times(asked, 'a').map((at) => at / MINUTE)).toEqual([0, 25, 35, 45, 55])
  expect(times(asked, 'a', 'orders').map((at) => at / MINUTE)).toEqual([0, 30, 60])
})

test('it looks seldom: at most once a minute when nothing is due, every few seconds only while offline', () => {
  expect(run({ until: HOUR, accounts: one }).looks).toBeLessThan(90)
  expect(run({ until: HOUR, accounts: () => [] }).looks).toBeLessThan(90)
})
