import { describe, expect, it } from 'vitest'
import {
  deliverBalance,
  judgeBalance,
  type LowBalanceState,
  neverLow,
} from '../../../src/main/watch/lowBalance.ts'
import { type Delivery, deliveryOf, isQuiet, outcomeKind } from '../../../src/main/watch/quietHours.ts'
import type { Renewal } from '../../../src/shared/domain/renewal.ts'
import { defaultSettings } from '../../../src/shared/domain/rules/defaultSettings.ts'
import { day } from '../../../src/shared/domain/rules/ends.ts'
import type { NotificationKind } from '../../../src/shared/domain/rules/notificationKinds.ts'
import { settingsPatchSchema, settingsSchema } from '../../../src/shared/domain/settings.ts'
import { renewal, sum } from './records.ts'

const night = { from: '22:30', to: '07:00' }
const at = (hours: number, minutes = 0) => hours * 60 + minutes

describe('quiet hours', () => {
  it.each([
    [null, at(3), false],
    [{ from: '13:00', to: '14:15' }, at(12, 59), false],
    [{ from: '13:00', to: '14:15' }, at(13), true],
    [{ from: '13:00', to: '14:15' }, at(14, 14), true],
    [{ from: '13:00', to: '14:15' }, at(14, 15), false],
    [night, at(22, 29), false],
    [night, at(22, 30), true],
    [night, at(23, 59), true],
    [night, at(0), true],
    [night, at(6, 59), true],
    [night, at(7), false],
    [{ from: '22:00', to: '00:00' }, at(23, 59), true],
    [{ from: '22:00', to: '00:00' }, at(0), false],
    [{ from: '00:00', to: '06:00' }, at(0), true],
    [{ from: '08:00', to: '08:00' }, at(8), false],
  ])('%j at minute %i: %s', (quietHours, minutes, quiet) => {
    expect(isQuiet(quietHours, minutes)).toBe(quiet)
  })
})

describe('what becomes of a notification', () => {
  const kinds = [
    ['renewed', 'tellRenewed', false],
    ['refused', 'tellRefused', false],
    ['lowBalance', 'tellLowBalance', true],
    ['endings', 'tellEndings', true],
    ['ended', 'tellEnded', true],
    ['forecast', 'tellForecast', true],
    ['keyRefused', 'tellKeyRefused', true],
    ['offline', 'tellOffline', true],
  ] as const
  const quiet = { ...defaultSettings, quietHours: night }

  it.each(kinds)('%s: switched by %s alone, held back in quiet hours: %s', (kind, key, isHeld) => {
    expect(deliveryOf(kind, defaultSettings, at(3))).toBe('tell')
    expect(deliveryOf(kind, quiet, at(12))).toBe('tell')
    expect(deliveryOf(kind, quiet, at(3))).toBe(isHeld ? 'hold' : 'tell')
    for (const minutes of [at(3), at(12)]) {
      expect(deliveryOf(kind, { ...quiet, [key]: false }, minutes)).toBe('drop')
    }
    for (const [other] of kinds.filter(([name]) => name !== kind)) {
      expect(deliveryOf(other, { ...defaultSettings, [key]: false }, at(12))).toBe('tell')
    }
  })

  it('an unknown outcome is always told', () => {
    const off = Object.fromEntries(kinds.map(([, key]) => [key, false]))
    expect(deliveryOf('unknown', { ...quiet, ...off }, at(3))).toBe('tell')
  })
})

describe('the kind of an outcome', () => {
  const settlement = { outcome: 'renewed' as const, by: 'evidence' as const, at: 3, evidence: [] }

  it.each<[string, Renewal, NotificationKind | null]>([
    ['renewed', renewal({}), 'renewed'],
    ['refused', renewal({ outcome: 'refused' }), 'refused'],
    ['not sent', renewal({ outcome: 'not sent' }), 'refused'],
    ['unknown', renewal({ outcome: 'unknown' }), 'unknown'],
    ['an unknown that is settled', renewal({ outcome: 'unknown' }, {}, { settlement }), 'unknown'],
    ['one that the disk refused', renewal({}, {}, { unsaved: true }), 'unknown'],
    ['none yet', renewal(null), null],
  ])('%s', (_name, of, kind) => {
    expect(outcomeKind(of)).toBe(kind)
  })
})

describe('a low balance', () => {
  /** Walks through readings in turn and compares what each shows. */
  function walk(steps: readonly { balance: number; at: number; delivery: Delivery; tells: string | null }[]) {
    let state: LowBalanceState = neverLow
    for (const [index, { balance, at: now, delivery, tells }] of steps.entries()) {
      const reading = { balance: sum(balance), warnBelow: sum(5), now, dailyReminder: true }
      const { next, notify } = deliverBalance(state, judgeBalance(state, reading), delivery)
      expect(notify, `step ${index}`).toBe(tells)
      state = JSON.parse(JSON.stringify(next))
    }
  }

  it('that falls in quiet hours is told after them', () => {
    walk([
      { balance: 4, at: 0, delivery: 'hold', tells: null },
      { balance: 4, at: 1, delivery: 'hold', tells: null },
      { balance: 4, at: 2, delivery: 'tell', tells: 'crossing' },
      { balance: 4, at: 3, delivery: 'tell', tells: null },
    ])
  })

  it('that rose again meanwhile is not told', () => {
    walk([
      { balance: 4, at: 0, delivery: 'hold', tells: null },
      { balance: 6, at: 1, delivery: 'hold', tells: null },
      { balance: 6, at: 2, delivery: 'tell', tells: null },
    ])
  })

  it('is reminded of after the quiet hours', () => {
    walk([
      { balance: 4, at: 0, delivery: 'tell', tells: 'crossing' },
      { balance: 4, at: day, delivery: 'hold', tells: null },
      { balance: 4, at: day + 1, delivery: 'tell', tells: 'reminder' },
      { balance: 4, at: day + 2, delivery: 'tell', tells: null },
    ])
  })

  it('that is switched off counts as told', () => {
    walk([
      { balance: 4, at: 0, delivery: 'drop', tells: null },
      { balance: 4, at: 1, delivery: 'tell', tells: null },
    ])
  })
})

describe('the settings of the watch', () => {
  it.each([
    [{ endStages: [14] }, true],
    [{ endStages: [60, 1] }, true],
    [{ endStages: [] }, false],
    [{ endStages: [1, 2, 3, 4, 5, 6] }, false],
    [{ endStages: [3, 3] }, false],
    [{ endStages: [0] }, false],
    [{ endStages: [61] }, false],
    [{ endStages: [1.5] }, false],
    [{ quietHours: null }, true],
    [{ quietHours: night }, true],
    [{ quietHours: { from: '24:00', to: '07:00' } }, false],
    [{ quietHours: { from: '7:00', to: '08:00' } }, false],
    [{ quietHours: { from: '07:60', to: '08:00' } }, false],
    [{ tellOffline: false }, true],
    [{ tellOffline: 'no' }, false],
  ])('%j is taken: %s', (patch, isTaken) => {
    expect(settingsPatchSchema.safeParse(patch).success).toBe(isTaken)
  })

  it('have defaults that fit, and a patch of one switch holds no other', () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings)
    expect(settingsPatchSchema.parse({ tellEnded: false })).toEqual({ tellEnded: false })
  })
})
