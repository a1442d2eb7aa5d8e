import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GroupEnd, judgeEndings } from '../../../src/main/watch/endings.ts'
import type { Delivery } from '../../../src/main/watch/quietHours.ts'
import { day, hour } from '../../../src/shared/domain/rules/ends.ts'
import { type EndingsState, endingsStateSchema } from '../../../src/shared/domain/watchState.ts'
import { ids } from './records.ts'

const stages = [7, 3, 1]

function group(endsAt: number | null, groupId: string, name: string): GroupEnd {
  return { groupId, accountId: ids.main, name, endsAt }
}

describe('several groups', () => {
  it('are told most urgent first, each by its own state', () => {
    const groups = [
      group(6 * day, ids.shop, 'Shop'),
      group(-day, ids.farm, 'Farm'),
      group(30 * day, ids.renewal, 'Late'),
    ]
    const look = { groups, stages, now: 0, delivery: () => 'tell' as const }
    const { next, tell } = judgeEndings({}, look)
    expect(tell.map(({ name, stage }) => [name, stage])).toEqual([
      ['Farm', 0],
      ['Shop', 7],
    ])
    expect(judgeEndings(next, look)).toEqual({ next, tell: [] })
  })

  it('are delivered by kind', () => {
    const groups = [group(6 * day, ids.shop, 'Shop'), group(-day, ids.farm, 'Farm')]
    const look = { groups, stages, now: 0 }
    const first = judgeEndings({}, { ...look, delivery: (kind) => (kind === 'ended' ? 'hold' : 'drop') })
    expect(first.tell).toEqual([])
    const second = judgeEndings(first.next, { ...look, delivery: () => 'tell' })
    expect(second.tell.map(({ name }) => name)).toEqual(['Farm'])
  })
})

describe('over any sequence of hourly looks', () => {
  const groupIds = [ids.shop, ids.farm, ids.renewal]
  // Few enough ends that they come again, near enough that stages are reached.
  const end = fc.option(fc.constantFrom(12, 30, 47, 70, 96, 170, 240), { nil: null })
  const look = fc.record({
    ends: fc.tuple(end, end, end),
    hours: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(60) }),
    back: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(300) }),
    isHeld: fc.boolean(),
  })

  function run(
    looks: readonly { ends: readonly (number | null)[]; now: number; delivery: Delivery }[],
  ): readonly string[] {
    let state: EndingsState = {}
    const told: string[] = []
    for (const { ends, now, delivery } of looks) {
      const groups = ends.map((at, index) => {
        return {
          groupId: groupIds[index] ?? '',
          accountId: ids.main,
          name: '',
          endsAt: at === null ? null : at * hour,
        }
      })
      const step = judgeEndings(state, { groups, stages, now: now * hour, delivery: () => delivery })
      told.push(...step.tell.map(({ groupId, endsAt, stage }) => `${groupId} ${endsAt / hour} ${stage}`))
      state = endingsStateSchema.parse(JSON.parse(JSON.stringify(step.next)))
    }
    return told
  }

  it('no group is told twice of a stage of one end, whatever clock, end and quiet hours do', () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 120 }), (looks) => {
        let now = 0
        const walked = looks.map(({ ends, hours, back, isHeld }) => {
          now += hours - back
          return { ends, now, delivery: isHeld ? ('hold' as const) : ('tell' as const) }
        })
        const told = run(walked)
        expect(told).toEqual([...new Set(told)])
      }),
    )
  })

  it('every group whose end passes is told as ended exactly once', () => {
    fc.assert(
      fc.property(fc.array(look, { minLength: 24, maxLength: 110 }), (looks) => {
        const walked = looks.map(({ ends }, now) => ({
          // Ends hold for some hours, as they do at a vendor's; else none would ever pass.
          ends: looks[now - (now % 20)]?.ends ?? ends,
          now,
          delivery: 'tell' as const,
        }))
        const told = run(walked)
        for (const [place, groupId] of groupIds.entries()) {
          const seen = walked.map(({ ends, now }) => ({ end: ends[place] ?? null, now }))
          for (const passed of endsThatPass(seen)) {
            expect(told.filter((words) => words === `${groupId} ${passed} 0`)).toHaveLength(1)
          }
        }
      }),
    )
  })
})

/** Ends that were seen before they passed and after. */
function endsThatPass(seen: readonly { end: number | null; now: number }[]): ReadonlySet<number> {
  const ahead = new Set<number>()
  const passed = new Set<number>()
  for (const { end, now } of seen) {
    if (end === null) continue
    if (now < end) ahead.add(end)
    else if (ahead.has(end)) passed.add(end)
  }
  return passed
}
