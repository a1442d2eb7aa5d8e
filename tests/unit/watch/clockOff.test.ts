import { describe, expect, it } from 'vitest'
import { clockNotice, clockOff, clockWords } from '../../../src/main/watch/clockOff.ts'
import { noticeSchema } from '../../../src/shared/contract/snapshot.ts'
import { day, hour } from '../../../src/shared/domain/rules/ends.ts'
import { group, now, watch } from './watching.ts'

const minute = 60_000
const here = { now, monotonic: 50_000 }
/** What a vendor whose clock is ahead of ours by `ms` told just now. */
const ahead = (ms: number) => ({ vendorAt: now + ms, monotonic: here.monotonic })

describe('the clock', () => {
  it.each<[string, readonly number[], number | null]>([
    ['nobody has told a time', [], null],
    ['it is the same', [0], null],
    ['it is minutes off', [50 * minute], null],
    ['it is three hours behind, but for a second', [3 * hour - 1000], -3 * hour + 1000],
    ['it is well below three hours off', [2.5 * hour], null],
    ['it is three hours behind', [3 * hour], -3 * hour],
    ['it is a day behind', [day], -day],
    ['it is a day ahead', [-day], day],
    ['it was set to 1970', [now], -now],
    ['two vendors agree; the least counts', [day + minute, day], -day],
    ['two vendors agree that it is ahead', [-day, -2 * day], day],
    ['one of two vendors says that it is right', [day, minute], null],
    ['two vendors contradict each other', [day, -day], null],
  ])('%s', (_name, vendors, off) => {
    expect(clockOff(vendors.map(ahead), here)).toBe(off)
  })

  it('goes on from a reply by the time that passed, so that a clock set since is noticed, and waiting is not', () => {
    const told = [ahead(day)]
    const later = { now: now + 5 * hour, monotonic: here.monotonic + 5 * hour }
    expect(clockOff(told, later)).toBe(-day)
    expect(clockOff(told, { ...later, now: later.now + day })).toBeNull()
    expect(clockOff([ahead(0)], { ...later, now: later.now - day })).toBe(-day)
  })
})

describe('its words', () => {
  it.each([
    [-day, '1 day behind'],
    [-day + 2000, '1 day behind'],
    [day, '1 day ahead of'],
    [-3 * hour, '3 hours behind'],
    [30 * hour, '30 hours ahead of'],
    [-60 * hour, '3 days behind'],
    [-365 * day, '365 days behind'],
  ])('%i', (off, words) => {
    expect(clockWords(off)).toBe(`This computer’s clock is ${words} the vendor’s`)
  })

  it('name both times, what it means and what to do', () => {
    const noon = new Date(2027, 0, 5, 12).getTime()
    expect(noticeSchema.parse(clockNotice(-day, noon))).toMatchObject({
      severity: 'warning',
      title: 'This computer’s clock is 1 day behind the vendor’s',
      text: 'It was 5 Jan 2027, 12:00 here when it was 6 Jan 2027, 12:00 there. Ends and due dates may be shown and told wrongly. Set the clock, then press Check balance now.',
    })
  })

  it('stand in what is told of endings, of one and of many, and nothing is cut off for them', () => {
    const clock = clockWords(-365 * day)
    const remark = `${clock}: this may be told wrongly.`
    const [one] = watch()({ groups: [group('Shop', now + day)] }, { clock })
    expect(one?.body).toMatch(/stop working\. This computer’s clock/)
    const groups = Array.from({ length: 9 }, (_, at) =>
      group(`${'A long name of a group '.repeat(2)}${at}`, now + day),
    )
    const [many] = watch()({ groups }, { clock })
    for (const { body } of [one, many].flatMap((model) => model ?? []))
      expect(body.endsWith(remark)).toBe(true)
    expect(many?.body).toMatch(/ and \d more\. Leasebar pays nothing by itself/)
  })
})
