import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchStep } from '../../../src/main/watch/watch.ts'
import { day, hour } from '../../../src/shared/domain/rules/ends.ts'
import { readWatchState } from '../../../src/shared/domain/watchState.ts'
import { usd } from './records.ts'
import { group, main, noon, now, second, settings, titles, watch } from './watching.ts'

describe('switches and quiet hours', () => {
  const everything = {
    accounts: [
      {
        ...main,
        keyRefused: true,
        offlineSince: now - 2 * day,
        forecast: { shortAt: now + 2 * day, shortBy: usd(5) },
      },
    ],
    groups: [group('Late', now - hour), group('Soon', now + 5 * hour)],
  }
  const night = { quietHours: { from: '22:00', to: '07:00' } }
  const all = ['1 group ended, 1 ends soon', 'API key refused: Main', expect.any(String), expect.any(String)]

  it.each([
    ['tellEnded', ['Ends in 5 h: Soon', ...all.slice(1)]],
    ['tellEndings', ['Ended: Late', ...all.slice(1)]],
    ['tellKeyRefused', [all[0], expect.stringMatching(/^Short/), expect.stringMatching(/^Offline/)]],
    ['tellForecast', [all[0], all[1], expect.stringMatching(/^Offline/)]],
    ['tellOffline', [all[0], all[1], expect.stringMatching(/^Short/)]],
  ] as const)('%s off leaves out its kind alone, and tells nothing when it is on again', (key, told) => {
    const look = watch()
    expect(titles(look(everything, { settings: { [key]: false } }))).toEqual(told)
    expect(look(everything)).toEqual([])
  })

  it('what comes in quiet hours is told once when they end', () => {
    const look = watch(night)
    expect(look(everything, { minutesOfDay: 23 * 60 })).toEqual([])
    expect(look(everything, { minutesOfDay: 6 * 60 + 59, at: hour })).toEqual([])
    expect(titles(look(everything, { minutesOfDay: 7 * 60, at: 2 * hour }))).toEqual(all)
    expect(look(everything, { minutesOfDay: 7 * 60 + 1, at: 2 * hour })).toEqual([])
  })

  it('what is over when they end is not told', () => {
    const look = watch(night)
    expect(look(everything, { minutesOfDay: 23 * 60 })).toEqual([])
    const renewed = [group('Late', now + 30 * day), group('Soon', now + 30 * day)]
    expect(look({ groups: renewed }, { minutesOfDay: 8 * 60 })).toEqual([])
  })

  it('a kind that was off in quiet hours does not come after them', () => {
    const look = watch(night)
    const off = { tellEnded: false, tellEndings: false, tellKeyRefused: false, tellForecast: false }
    expect(look(everything, { minutesOfDay: 23 * 60, settings: { ...off, tellOffline: false } })).toEqual([])
    expect(look(everything, { minutesOfDay: 8 * 60 })).toEqual([])
  })
})

describe('the state', () => {
  it.each([null, '', '{', '[]', 'null', '7', '{"groups":3,"accounts":[]}'])(
    'is empty where the disk gives %j',
    (json) => {
      expect(readWatchState(json)).toEqual({ groups: {}, accounts: {} })
    },
  )

  it('keeps what is whole beside what is damaged', () => {
    const { state } = watchStep({
      facts: { accounts: [{ ...main, keyRefused: true }], groups: [group('Shop', now)] },
      state: readWatchState(null),
      settings,
      now,
      minutesOfDay: noon,
      clock: null,
    })
    expect(readWatchState(JSON.stringify(state))).toEqual(state)
    const damaged = { groups: { ...state.groups, x: [{}] }, accounts: 'torn' }
    expect(readWatchState(JSON.stringify(damaged))).toEqual({ groups: state.groups, accounts: {} })
  })

  it('is the same text while nothing changes, so that nothing need be written', () => {
    const facts = { accounts: [main, second], groups: [group('Shop', now + day), group('Farm', null)] }
    const look = { facts, settings, minutesOfDay: noon, clock: null }
    const { state } = watchStep({ ...look, state: readWatchState(null), now })
    const again = watchStep({ ...look, state: readWatchState(JSON.stringify(state)), now: now + hour })
    expect(JSON.stringify(again.state)).toBe(JSON.stringify(state))
  })
})

describe('over any weeks of hourly looks', () => {
  it('each group is told at each stage and its end once, and never two notifications of endings at once', () => {
    const ends = fc.array(fc.integer({ min: -24, max: 24 * 12 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(ends, (hours) => {
        const groups = hours.map((left, index) => group(`G${index}.`, now + left * hour))
        const look = watch()
        const told: string[] = []
        for (let at = 0; at <= 24 * 13; at++) {
          const models = look({ groups }, { at: at * hour })
          expect(models.length).toBeLessThanOrEqual(1)
          told.push(...models.map(({ title, body }) => `${title} ${body}`))
        }
        for (const [index, left] of hours.entries()) {
          const own = told.filter((words) => words.includes(`G${index}.`)).length
          const reached = [7, 3, 1, 0].filter((stage) => stage * 24 < left).length
          const asSaved = left <= 7 * 24 ? 1 : 0
          // Where more end together than a notification names, some are counted only.
          if (hours.length <= 8) expect(own).toBe(reached + asSaved)
          else expect(own).toBeLessThanOrEqual(reached + asSaved)
        }
      }),
      { numRuns: 25 },
    )
  })
})
