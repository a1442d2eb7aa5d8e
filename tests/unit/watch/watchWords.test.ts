import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '../../../src/main/watch/concerns.ts'
import type { NotificationModel } from '../../../src/main/watch/model.ts'
import { day, hour } from '../../../src/shared/domain/rules/ends.ts'
import { ids, usd } from './records.ts'
import { group, main, now, second, titles, watch } from './watching.ts'

describe('one group', () => {
  it('that ends soon is told with its date, what it costs not to act, and leads to the group', () => {
    expect(watch()({ groups: [group('Shop', now + 2 * day)] })).toEqual([
      {
        title: 'Ends in 2 days: Shop',
        body: 'Its first order ends 7 Jan 2027. Leasebar pays nothing by itself. Renew it before then, or its proxies stop working.',
        target: { view: 'groups', accountId: ids.main, groupId: 'group-Shop', renewalId: null },
        urgency: 'normal',
      },
    ])
  })

  it('that has ended is told so', () => {
    expect(watch()({ groups: [group('Shop', now - hour)] })).toEqual([
      {
        title: 'Ended: Shop',
        body: 'Its first order ended 5 Jan 2027, and its proxies stop working. Leasebar pays nothing by itself. Renew it now if the customer is to keep them.',
        target: { view: 'groups', accountId: ids.main, groupId: 'group-Shop', renewalId: null },
        urgency: 'normal',
      },
    ])
  })

  it.each([
    [7 * day, 'Ends in 7 days: Shop'],
    [20 * hour, 'Ends in 20 h: Shop'],
    [hour / 2, 'Ends within the hour: Shop'],
  ])('is told in the words of its row', (left, title) => {
    expect(titles(watch()({ groups: [group('Shop', now + left)] }))).toEqual([title])
  })

  it('is named with its account where there are several', () => {
    const [model] = watch()({ accounts: [main, second], groups: [group('Shop', now + day, ids.second)] })
    expect(model?.body).toMatch(/^Second\. Its first order ends/)
    expect(model?.target.accountId).toBe(ids.second)
  })
})

describe('several groups at once', () => {
  it('twelve are one notification that names the most urgent first and counts the rest', () => {
    const groups = Array.from({ length: 12 }, (_, index) =>
      group(`G${12 - index}`, now + (12 - index) * hour),
    )
    const look = watch()
    expect(look({ groups })).toEqual([
      {
        title: '12 groups end soon',
        body:
          'G1 (ends in 1 h), G2 (ends in 2 h), G3 (ends in 3 h), G4 (ends in 4 h), G5 (ends in 5 h), G6 (ends in 6 h), ' +
          'G7 (ends in 7 h), G8 (ends in 8 h) and 4 more. Leasebar pays nothing by itself. Renew them, or their proxies stop working.',
        target: { view: 'groups', accountId: ids.main, groupId: 'group-G1', renewalId: null },
        urgency: 'normal',
      },
    ])
    expect(look({ groups })).toEqual([])
    expect(titles(look({ groups }, { at: day }))).toEqual(['12 groups ended'])
    expect(look({ groups }, { at: day + hour })).toEqual([])
  })

  it.each([
    [[-1, -2], '2 groups ended'],
    [[-1, 2], '1 group ended, 1 ends soon'],
    [[-1, -2, 2, 3], '2 groups ended, 2 end soon'],
    [[1, 2], '2 groups end soon'],
  ])('ending in %j hours: %s', (hours, title) => {
    const groups = hours.map((left) => group(`G${left}`, now + left * hour))
    expect(titles(watch()({ groups }))).toEqual([title])
  })

  it('name the account of each where there are several, and no sums', () => {
    const forecast = { shortAt: now + day, shortBy: { ...usd(5), currency: 'EUR' } }
    const [model, ...rest] = watch()({
      accounts: [
        { ...main, forecast: { shortAt: now + day, shortBy: usd(7) } },
        { ...second, forecast },
      ],
      groups: [group('Farm', now + day, ids.second), group('Shop', now - 1)],
    })
    expect(model?.body).toMatch(/^Shop \(Main, ended\), Farm \(Second, ends in 24 h\)\. /)
    expect(model?.body).not.toMatch(/[$€]/)
    // A sum stands with its own account alone.
    expect(rest.map(({ body }) => body.match(/[$€][\d.]+/g))).toEqual([['$7.00'], ['€5.00']])
  })

  it('with long names are bounded, and what to do is not cut off', () => {
    const groups = Array.from({ length: 12 }, (_, index) =>
      group(`${index}${'x'.repeat(79)}`, now + index * hour, ids.second),
    )
    const accounts = [main, { ...second, name: 'y'.repeat(80) }]
    const [model] = watch()({ accounts, groups })
    expect(model?.body.length).toBeLessThanOrEqual(500)
    expect(model?.body).toMatch(/^0x+… \(y+…, .* and \d more\. .*stop working\.$/)
  })
})

describe('names of people and vendors', () => {
  const evil = '\u202eevil\u0007\u200b\nname\u2066'

  it('lose control and bidirectional characters', () => {
    const accounts = [
      { ...main, name: evil, keyRefused: true, offlineSince: now - 2 * day },
      { ...second, name: evil, forecast: { shortAt: now, shortBy: { ...usd(5), currency: evil } } },
    ]
    const look = watch()
    const one = look({ accounts, groups: [group(evil, now + day)] })
    const several = look({
      accounts,
      groups: [1, 2].map((n) => ({ ...group(evil, now + day), groupId: `g${n}` })),
    })
    expect([...one, ...several]).toHaveLength(5)
    for (const { title, body } of [...one, ...several]) {
      expect(title).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(body).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
    expect(one[0]?.title).toBe('Ends in 24 h: evil name')
  })

  it('of which nothing is left are said to be none', () => {
    expect(titles(watch()({ groups: [group('\u202e', now - 1)] }))).toEqual(['Ended: (no name)'])
  })

  it('never make a title that reads as the low balance’s', () => {
    const name = 'Low balance'
    const look = watch()
    const accounts = [
      {
        ...main,
        name,
        keyRefused: true,
        offlineSince: now - 2 * day,
        forecast: { shortAt: now + day, shortBy: null },
      },
    ]
    const all = [
      ...look({ accounts, groups: [group(name, now + day)] }),
      ...look({ accounts, groups: [group(name, now + day)] }, { at: 2 * day }),
    ]
    expect(all).toHaveLength(5)
    for (const title of titles(all)) expect(title).not.toMatch(/^Low balance/i)
  })
})

describe('an account', () => {
  it.each<[Partial<AccountFacts>, Partial<NotificationModel>]>([
    [
      { forecast: { shortAt: now + 2 * day, shortBy: usd(12.5) } },
      {
        title: 'Short of money from 7 Jan 2027: Main',
        body: 'The balance covers renewals until about 7 Jan 2027; then it is short by about $12.50 (estimated). Top up at the vendor before then, or renewals will be refused.',
      },
    ],
    [
      { forecast: { shortAt: now - day, shortBy: null } },
      {
        title: 'Short of money for renewals: Main',
        body: 'The balance does not cover the renewals that are due now: short of money (estimated). Top up at the vendor, or renewals will be refused.',
      },
    ],
    [
      { keyRefused: true },
      {
        title: 'API key refused: Main',
        body: 'The vendor does not know this API key. Balance and end dates cannot be read, and nothing can be renewed or paid. Enter the API key again in Settings.',
        target: { view: 'settings', accountId: ids.main, groupId: null, renewalId: null },
      },
    ],
    [
      { offlineSince: now - day - 1 },
      {
        title: 'Offline for over a day: Main',
        body: 'The vendor could not be reached since 4 Jan 2027. Balance and end dates may have changed meanwhile, and nothing can be renewed or paid. Check the connection before a group ends.',
      },
    ],
    [{ offlineSince: now - 3 * day }, { title: 'Offline for 3 days: Main' }],
  ])('tells what happened, what it means for the money, what to do: %j', (facts, words) => {
    const target = { view: 'groups', accountId: ids.main, groupId: null, renewalId: null }
    const look = watch()
    expect(look({ accounts: [{ ...main, ...facts }] })).toMatchObject([
      { target, urgency: 'normal', ...words },
    ])
    expect(look({ accounts: [{ ...main, ...facts }] })).toEqual([])
  })
})
